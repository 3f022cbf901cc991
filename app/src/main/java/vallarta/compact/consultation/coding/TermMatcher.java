package vallarta.compact.consultation.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import vallarta.compact.consultation.coding.Lexicon.Slot;
import vallarta.compact.consultation.coding.Spans.Span;
import vallarta.compact.language.Language;

/// Finds the terms of one language in texts, with the words that matched, by Lucene's monitor: the
/// phrases of the terms are the index, and each text is asked which of them it holds. Thread-safe.
final class TermMatcher implements AutoCloseable {

  /// A term that counts in a text.
  ///
  /// @param spans one place for each of its parts, in the order of the text
  record Match(Term term, int ordinal, List<Span> spans) {

    private static final Comparator<Match> ORDER =
        Comparator.comparingInt((Match match) -> match.spans.getFirst().start())
            .thenComparingInt(match -> -match.spans.getLast().end())
            .thenComparingInt(Match::ordinal);

    /// The words of the text that matched, with an ellipsis where there are others in between.
    String words(String text) {
      return String.join(
          " … ",
          spans.stream().map(it -> text.substring(it.start(), it.end())).distinct().toList());
    }
  }

  /// A term and the queries of its parts.
  private record Entry(Term term, int ordinal, List<String> queries) {}

  private record Row(List<Slot> slots, int slop) {}

  private static final String FIELD = "words";
  private static final int BATCH = 500;
  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    WORDS.setTokenized(true);
    WORDS.setOmitNorms(true);
    WORDS.freeze();
  }

  private final Map<String, List<Entry>> byFirstQuery = new HashMap<>();
  private final Monitor monitor;

  TermMatcher(List<Term> all, Language language) {
    Lexicon lexicon = new Lexicon(new WordForms(language));
    Map<Row, String> ids = new LinkedHashMap<>();
    int ordinal = 0;
    for (Term term : all) {
      if (term.language() == language) {
        List<String> queries = new ArrayList<>();
        for (Phrase phrase : term.phrases()) {
          Row row = new Row(lexicon.add(phrase), phrase.slop());
          queries.add(ids.computeIfAbsent(row, it -> Integer.toString(ids.size())));
        }
        byFirstQuery
            .computeIfAbsent(queries.getFirst(), it -> new ArrayList<>())
            .add(new Entry(term, ordinal++, queries));
      }
    }
    List<MonitorQuery> queries = new ArrayList<>();
    ids.forEach((row, id) -> query(row).ifPresent(it -> queries.add(new MonitorQuery(id, it))));
    Analyzer analyzer = KeyFilter.analyzer(lexicon);
    try {
      monitor = new Monitor(analyzer, new TermFilteredPresearcher(), new MonitorConfiguration());
      monitor.register(queries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Query> query(Row row) {
    return switch (row.slots.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new TermQuery(term(row.slots.getFirst())));
      default -> {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(row.slop);
        row.slots.forEach(slot -> phrase.add(term(slot), slot.position()));
        yield Optional.of(phrase.build());
      }
    };
  }

  private static org.apache.lucene.index.Term term(Slot slot) {
    return new org.apache.lucene.index.Term(FIELD, slot.key());
  }

  /// For each text the terms that count in it, in the order of their places, longer before shorter,
  /// then in the order of the thesaurus.
  List<List<Match>> match(List<String> texts) {
    List<List<Match>> matches = new ArrayList<>(texts.size());
    for (int start = 0; start < texts.size(); start += BATCH) {
      List<String> batch = texts.subList(start, Math.min(texts.size(), start + BATCH));
      MultiMatchingQueries<Spans> found = found(batch);
      for (int i = 0; i < batch.size(); i++) {
        matches.add(counting(found.getMatches(i)));
      }
    }
    return matches;
  }

  private MultiMatchingQueries<Spans> found(List<String> texts) {
    Document[] batch = texts.stream().map(TermMatcher::document).toArray(Document[]::new);
    try {
      MultiMatchingQueries<Spans> found = monitor.match(batch, Spans.MATCHER);
      for (Exception failure : found.getErrors().values()) {
        throw new IllegalStateException("a matching term failed", failure);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(String text) {
    Document document = new Document();
    document.add(new Field(FIELD, text, WORDS));
    return document;
  }

  private List<Match> counting(Collection<Spans> found) {
    Map<String, List<Span>> spans = new HashMap<>();
    found.forEach(it -> spans.put(it.getQueryId(), it.list()));
    List<Entry> entries =
        spans.keySet().stream()
            .flatMap(query -> byFirstQuery.getOrDefault(query, List.of()).stream())
            .toList();
    List<Match> matches = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.term.kind() != Term.Kind.NOT) {
        match(entry, spans, masks(entry.term, entries, spans)).ifPresent(matches::add);
      }
    }
    matches.sort(Match.ORDER);
    return matches;
  }

  /// The words that do not count for the concept of a term.
  private static List<Span> masks(Term term, List<Entry> entries, Map<String, List<Span>> spans) {
    return entries.stream()
        .filter(it -> it.term.kind() == Term.Kind.NOT && it.term.isOfSameConcept(term))
        .flatMap(it -> spans.getOrDefault(it.queries.getFirst(), List.of()).stream())
        .toList();
  }

  private static Optional<Match> match(
      Entry entry, Map<String, List<Span>> spans, List<Span> masks) {
    List<Span> places = new ArrayList<>();
    for (String query : entry.queries) {
      Optional<Span> place =
          spans.getOrDefault(query, List.of()).stream()
              .filter(span -> masks.stream().noneMatch(span::overlaps))
              .findFirst();
      if (place.isEmpty()) {
        return Optional.empty();
      }
      places.add(place.get());
    }
    places.sort(Comparator.comparingInt(Span::start));
    return Optional.of(new Match(entry.term, entry.ordinal, places));
  }

  @Override
  public void close() {
    try {
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
