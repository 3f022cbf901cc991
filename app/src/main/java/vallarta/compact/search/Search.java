package vallarta.compact.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import vallarta.compact.language.Language;

/// One query against the index: it is read once for each language, with the stems of that language.
final class Search {

  /// The most documents that a page can lie behind.
  private static final int DEEPEST = 10_000;

  private static final Set<String> STORED = Set.of("type", "id", "title", "lang", "text");

  private final IndexSearcher searcher;
  private final Analyzer analyzer;
  private final Snippets snippets;

  Search(IndexSearcher searcher, Analyzer analyzer) {
    this.searcher = searcher;
    this.analyzer = analyzer;
    this.snippets = new Snippets(analyzer);
  }

  Hits run(String text, String type, int from, int size) throws IOException {
    boolean literal = false;
    Query words;
    try {
      words = parse(text);
    } catch (ParseException e) {
      literal = true;
      words = literally(text);
    }
    Query query =
        type.isEmpty()
            ? words
            : new BooleanQuery.Builder()
                .add(words, Occur.MUST)
                .add(new TermQuery(new Term("type", type)), Occur.FILTER)
                .build();
    int last = Math.min(DEEPEST, from + size);
    TopDocs top = searcher.search(query, Math.max(1, last));
    long total = searcher.count(query);
    List<Hit> hits = new ArrayList<>();
    for (int i = from; i < Math.min(last, top.scoreDocs.length); i++) {
      hits.add(hit(top.scoreDocs[i], words));
    }
    return new Hits(total, hits, literal);
  }

  private Hit hit(ScoreDoc found, Query words) throws IOException {
    Document document = searcher.storedFields().document(found.doc, STORED);
    String tag = document.get("lang");
    String field = Language.find(tag).map(Analyzers::field).orElse(Analyzers.OTHER);
    return new Hit(
        document.get("type"),
        document.get("id"),
        document.get("title"),
        tag,
        snippets.of(words, field, document.get("text")),
        found.score);
  }

  private Query parse(String text) throws ParseException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String field : fields()) {
      Query query = parser(field).parse(text);
      if (!(query instanceof MatchNoDocsQuery)) {
        any.add(query, Occur.SHOULD);
      }
    }
    return any.build();
  }

  private Query literally(String text) {
    try {
      return parse(QueryParser.escape(text));
    } catch (ParseException e) {
      return new MatchNoDocsQuery("no words in it");
    }
  }

  private QueryParser parser(String field) {
    QueryParser parser = new FieldParser(field, analyzer);
    parser.setDefaultOperator(QueryParser.Operator.AND);
    parser.setAllowLeadingWildcard(false);
    return parser;
  }

  private static List<String> fields() {
    List<String> fields = new ArrayList<>();
    for (Language language : Language.values()) {
      fields.add(Analyzers.field(language));
    }
    fields.add(Analyzers.OTHER);
    return fields;
  }

  /// Takes the words of a named field as they stand, in lower case.
  private static final class FieldParser extends QueryParser {

    FieldParser(String field, Analyzer analyzer) {
      super(field, analyzer);
    }

    @Override
    protected Query getFieldQuery(String name, String text, boolean quoted) throws ParseException {
      if (!name.equals(field)) {
        return new TermQuery(
            new Term(name, name.equals("id") ? text : text.toLowerCase(Locale.ROOT)));
      }
      Query query = super.getFieldQuery(name, text, quoted);
      return query == null ? new MatchNoDocsQuery("only stop words") : query;
    }
  }
}
