package vallarta.compact.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/// The parts of a text that answer a query, with the words that were asked for marked.
final class Snippets {

  private static final int PASSAGES = 2;
  private static final int PLAIN_CHARS = 240;

  private final UnifiedHighlighter highlighter;

  Snippets(Analyzer analyzer) {
    this.highlighter =
        UnifiedHighlighter.builderWithoutSearcher(analyzer)
            .withBreakIterator(() -> BreakIterator.getSentenceInstance(Locale.ROOT))
            .withFormatter(new Pieces())
            .withMaxLength(1_000_000)
            .build();
  }

  List<Hit.Piece> of(Query query, String field, String text) throws IOException {
    Object pieces = highlighter.highlightWithoutSearcher(field, query, text, PASSAGES);
    if (pieces instanceof PieceList list && !list.pieces().isEmpty()) {
      return list.pieces();
    }
    boolean cut = text.length() > PLAIN_CHARS;
    return List.of(new Hit.Piece(cut ? text.substring(0, PLAIN_CHARS) + "…" : text, false));
  }

  private record PieceList(List<Hit.Piece> pieces) {}

  private static final class Pieces extends PassageFormatter {

    @Override
    public Object format(Passage[] passages, String content) {
      List<Hit.Piece> pieces = new ArrayList<>();
      int last = 0;
      for (Passage passage : passages) {
        if (passage.getStartOffset() > last) {
          pieces.add(new Hit.Piece("… ", false));
        }
        last = passage.getStartOffset();
        for (int i = 0; i < passage.getNumMatches(); i++) {
          int start = passage.getMatchStarts()[i];
          int end = passage.getMatchEnds()[i];
          if (start < last) {
            continue;
          }
          add(pieces, content, last, start, false);
          add(pieces, content, start, end, true);
          last = end;
        }
        add(pieces, content, last, Math.max(last, passage.getEndOffset()), false);
        last = passage.getEndOffset();
      }
      return new PieceList(pieces);
    }

    private static void add(
        List<Hit.Piece> pieces, String content, int start, int end, boolean marked) {
      if (end > start) {
        pieces.add(new Hit.Piece(content.substring(start, end), marked));
      }
    }
  }
}
