package vallarta.engine.tlog;

import java.util.List;

/// What a log commits to: all its entries up to a size (C2SP tlog-checkpoint).
///
/// @param origin which log it is
/// @param size entries in it
/// @param root of the tree over them
/// @param extensions further lines, as a rule none
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

  public Checkpoint {
    extensions = List.copyOf(extensions);
  }

  Checkpoint(String origin, long size, Hash root) {
    this(origin, size, root, List.of());
  }

  /// Reads the text of a note.
  ///
  /// @throws Refused [Reason#MALFORMED]
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
      throw new Refused(Reason.MALFORMED, "a checkpoint has an origin, a size and a root");
    }
    List<String> extensions = List.of(lines).subList(3, lines.length - 1);
    if (lines[0].isEmpty() || extensions.stream().anyMatch(String::isEmpty)) {
      throw new Refused(Reason.MALFORMED, "a checkpoint has no empty lines");
    }
    return new Checkpoint(
        lines[0], Text.decimal(lines[1], "the tree size"), Hash.parse(lines[2]), extensions);
  }

  /// The text that is signed.
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(origin).append('\n').append(size).append('\n').append(root).append('\n');
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
