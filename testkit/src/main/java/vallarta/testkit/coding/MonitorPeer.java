package vallarta.testkit.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.CandidateMatcher;
import org.apache.lucene.monitor.MatcherFactory;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Lucene's monitor, which tells of a text which stored queries it holds: the judge of what the
/// product finds by its own means, and the pace it is compared with.
public final class MonitorPeer implements AutoCloseable {

  /// A phrase; its words are told by numbers.
  ///
  /// @param positions the distance of each key from the first one, in words
  /// @param slop moves of words allowed
  public record Phrase(List<Integer> keys, List<Integer> positions, int slop) {}

  /// Where a phrase stands in a text: from word to word and from character to character.
  public record Place(int phrase, int firstWord, int lastWord, int start, int end) {

    public static final Comparator<Place> ORDER =
        Comparator.comparingInt(Place::phrase)
            .thenComparingInt(Place::firstWord)
            .thenComparingInt(Place::lastWord)
            .thenComparingInt(Place::start)
            .thenComparingInt(Place::end);
  }

  private static final String FIELD = "words";
  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    WORDS.setTokenized(true);
    WORDS.setOmitNorms(true);
    WORDS.freeze();
  }

  private final int batch;
  private final Monitor monitor;

  /// @param keys the numbers of a word of a text, many or none
  /// @param batch how many texts are asked about together; some hundreds are fastest
  public MonitorPeer(List<Phrase> phrases, Function<String, int[]> keys, int batch) {
    this.batch = batch;
    List<MonitorQuery> queries = new ArrayList<>();
    for (int i = 0; i < phrases.size(); i++) {
      if (!phrases.get(i).keys.isEmpty()) {
        queries.add(new MonitorQuery(Integer.toString(i), query(phrases.get(i))));
      }
    }
    try {
      monitor =
          new Monitor(analyzer(keys), new TermFilteredPresearcher(), new MonitorConfiguration());
      monitor.register(queries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query query(Phrase phrase) {
    if (phrase.keys.size() == 1) {
      return new TermQuery(new Term(FIELD, name(phrase.keys.getFirst())));
    }
    PhraseQuery.Builder builder = new PhraseQuery.Builder().setSlop(phrase.slop);
    for (int i = 0; i < phrase.keys.size(); i++) {
      builder.add(new Term(FIELD, name(phrase.keys.get(i))), phrase.positions.get(i));
    }
    return builder.build();
  }

  private static String name(int key) {
    return Integer.toString(key);
  }

  /// For each text all places of all phrases.
  public List<List<Place>> places(List<String> texts) {
    List<List<Place>> places = new ArrayList<>();
    match(
        texts,
        PlacesMatcher::new,
        (i, matches) -> {
          List<Place> some = new ArrayList<>();
          matches.forEach(it -> some.addAll(it.places));
          places.add(some);
        });
    return places;
  }

  /// For each text the phrases that it holds, which the monitor tells faster than where they stand.
  public List<BitSet> phrases(List<String> texts) {
    List<BitSet> phrases = new ArrayList<>();
    match(
        texts,
        QueryMatch.SIMPLE_MATCHER,
        (i, matches) -> {
          BitSet some = new BitSet();
          matches.forEach(it -> some.set(Integer.parseInt(it.getQueryId())));
          phrases.add(some);
        });
    return phrases;
  }

  private <T extends QueryMatch> void match(
      List<String> texts, MatcherFactory<T> matcher, BiConsumer<Integer, Collection<T>> each) {
    for (int start = 0; start < texts.size(); start += batch) {
      List<String> some = texts.subList(start, Math.min(texts.size(), start + batch));
      Document[] documents = some.stream().map(MonitorPeer::document).toArray(Document[]::new);
      try {
        MultiMatchingQueries<T> found = monitor.match(documents, matcher);
        for (Exception failure : found.getErrors().values()) {
          throw new IllegalStateException("a phrase failed", failure);
        }
        for (int i = 0; i < documents.length; i++) {
          each.accept(start + i, found.getMatches(i));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Document document(String text) {
    Document document = new Document();
    document.add(new Field(FIELD, text, WORDS));
    return document;
  }

  @Override
  public void close() {
    try {
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Analyzer analyzer(Function<String, int[]> keys) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, new KeyFilter(words, keys));
      }
    };
  }

  /// Puts in the place of each word its keys, all at one position; words without keys leave a gap.
  private static final class KeyFilter extends TokenFilter {

    private final Function<String, int[]> lexicon;
    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private int[] keys = {};
    private int next;

    KeyFilter(TokenStream words, Function<String, int[]> lexicon) {
      super(words);
      this.lexicon = lexicon;
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (next < keys.length) {
        word.setEmpty().append(name(keys[next++]));
        step.setPositionIncrement(0);
        return true;
      }
      int gap = 0;
      while (input.incrementToken()) {
        gap += step.getPositionIncrement();
        keys = lexicon.apply(word.toString());
        if (keys.length > 0) {
          next = 1;
          word.setEmpty().append(name(keys[0]));
          step.setPositionIncrement(gap);
          return true;
        }
      }
      return false;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      keys = new int[0];
      next = 0;
    }
  }

  private static final class PlacesMatch extends QueryMatch {
    private final List<Place> places = new ArrayList<>();

    PlacesMatch(String query) {
      super(query);
    }
  }

  /// Asks each query only about the texts that have it, unlike Lucene's own `HighlightsMatch`.
  private static final class PlacesMatcher extends CandidateMatcher<PlacesMatch> {

    PlacesMatcher(IndexSearcher searcher) {
      super(searcher);
    }

    @Override
    public void matchQuery(String id, Query query, Map<String, String> metadata)
        throws IOException {
      Weight weight =
          searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        Scorer scorer = weight.scorer(leaf);
        if (scorer != null) {
          DocIdSetIterator texts = scorer.iterator();
          for (int text = texts.nextDoc();
              text != DocIdSetIterator.NO_MORE_DOCS;
              text = texts.nextDoc()) {
            add(id, weight.matches(leaf, text), text + leaf.docBase);
          }
        }
      }
    }

    private void add(String id, @Nullable Matches matches, int text) throws IOException {
      if (matches == null) {
        return;
      }
      PlacesMatch match = new PlacesMatch(id);
      for (String field : matches) {
        MatchesIterator places = matches.getMatches(field);
        while (places != null && places.next()) {
          match.places.add(
              new Place(
                  Integer.parseInt(id),
                  places.startPosition(),
                  places.endPosition(),
                  places.startOffset(),
                  places.endOffset()));
        }
      }
      addMatch(match, text);
    }

    @Override
    public PlacesMatch resolve(PlacesMatch one, PlacesMatch other) {
      one.places.addAll(other.places);
      return one;
    }
  }
}
