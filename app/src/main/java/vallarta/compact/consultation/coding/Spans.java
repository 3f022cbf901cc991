package vallarta.compact.consultation.coding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.monitor.CandidateMatcher;
import org.apache.lucene.monitor.MatcherFactory;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/// All places of one query in one text.
///
/// Lucene's own `HighlightsMatch` tells the same, but asks every query about every text of a batch;
/// this one goes only to the texts that have it.
final class Spans extends QueryMatch {

  /// A place in a text: from word to word, both included, and from character to character.
  record Span(int firstWord, int lastWord, int start, int end) {

    boolean overlaps(Span other) {
      return firstWord <= other.lastWord && other.firstWord <= lastWord;
    }
  }

  static final MatcherFactory<Spans> MATCHER = SpanMatcher::new;

  private final List<Span> list = new ArrayList<>();

  private Spans(String query) {
    super(query);
  }

  /// In the order of the text.
  List<Span> list() {
    return list;
  }

  private static final class SpanMatcher extends CandidateMatcher<Spans> {

    SpanMatcher(IndexSearcher searcher) {
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

    private void add(String id, @org.jspecify.annotations.Nullable Matches matches, int text)
        throws IOException {
      if (matches == null) {
        return;
      }
      Spans spans = new Spans(id);
      for (String field : matches) {
        MatchesIterator places = matches.getMatches(field);
        while (places != null && places.next()) {
          spans.list.add(
              new Span(
                  places.startPosition(),
                  places.endPosition(),
                  places.startOffset(),
                  places.endOffset()));
        }
      }
      addMatch(spans, text);
    }

    @Override
    public Spans resolve(Spans one, Spans other) {
      one.list.addAll(other.list);
      return one;
    }
  }
}
