package vallarta.compact.consultation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vallarta.compact.consultation.reading.Block;
import vallarta.compact.consultation.reading.Reading;

/// A block of an input's text with its statements marked.
///
/// @param block its kind and place
/// @param pieces its text, cut where statements begin and end
/// @param statements that begin in it
record TextBlock(Block block, List<Piece> pieces, List<Statement> statements) {

  /// @param statement that the piece belongs to, or null
  /// @param first whether the statement begins with it
  record Piece(String text, @Nullable Statement statement, boolean first) {}

  static List<TextBlock> of(Reading reading, List<Statement> statements) {
    List<Statement> inOrder =
        statements.stream()
            .sorted(Comparator.comparingInt(it -> it.found().passage().start()))
            .toList();
    List<TextBlock> blocks = new ArrayList<>(reading.blocks().size());
    int next = 0;
    for (Block block : reading.blocks()) {
      while (next < inOrder.size() && end(inOrder.get(next)) <= block.start()) {
        next++;
      }
      List<Statement> touching = new ArrayList<>();
      for (int i = next; i < inOrder.size() && start(inOrder.get(i)) < block.end(); i++) {
        touching.add(inOrder.get(i));
      }
      blocks.add(of(reading, block, touching));
    }
    return blocks;
  }

  /// The place of the block in which a statement begins, 0 when there is none.
  static int indexOf(List<TextBlock> blocks, Statement statement) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).statements().stream().anyMatch(it -> it.id().equals(statement.id()))) {
        return i;
      }
    }
    return 0;
  }

  private static TextBlock of(Reading reading, Block block, List<Statement> touching) {
    List<Piece> pieces = new ArrayList<>();
    List<Statement> beginning = new ArrayList<>();
    int at = block.start();
    for (Statement it : touching) {
      int from = Math.max(at, start(it));
      int to = Math.min(block.end(), end(it));
      if (to <= from) {
        continue;
      }
      add(pieces, reading, at, from, null, false);
      boolean first = start(it) >= block.start();
      add(pieces, reading, from, to, it, first);
      if (first) {
        beginning.add(it);
      }
      at = to;
    }
    add(pieces, reading, at, block.end(), null, false);
    return new TextBlock(block, pieces, beginning);
  }

  private static void add(
      List<Piece> pieces,
      Reading reading,
      int from,
      int to,
      @Nullable Statement statement,
      boolean first) {
    if (to > from) {
      pieces.add(new Piece(reading.text().substring(from, to), statement, first));
    }
  }

  private static int start(Statement it) {
    return it.found().passage().start();
  }

  private static int end(Statement it) {
    return it.found().passage().end();
  }
}
