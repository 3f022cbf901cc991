package vallarta.compact.consultation.reading;

import java.util.ArrayList;
import java.util.List;

/// Gathers the text of a file block by block. Each block is cleaned and becomes one line of the
/// text; blocks without a letter or digit are left out.
final class TextBuilder {

  private final int limit;
  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private String note = "";

  TextBuilder(int limit) {
    this.limit = limit;
  }

  /// Adds a block unless nothing can be read in it.
  ///
  /// @return whether it was added
  boolean add(Block.Kind kind, int level, int page, String words) {
    String line = CleanText.line(words);
    if (line.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return false;
    }
    if (text.length() + line.length() + 1 > limit) {
      throw new NotReadableException(
          ReadingStatus.TOO_LARGE, "more than " + limit + " characters of text");
    }
    if (!text.isEmpty()) {
      text.append('\n');
    }
    int start = text.length();
    text.append(line);
    blocks.add(new Block(kind, level, page, start, text.length()));
    return true;
  }

  /// Makes a heading of the block added last.
  void promoteLast(int level) {
    Block last = blocks.removeLast();
    blocks.add(new Block(Block.Kind.HEADING, level, last.page(), last.start(), last.end()));
  }

  /// Says something about the file that a person should know though it was read.
  void setNote(String note) {
    this.note = note;
  }

  String note() {
    return note;
  }

  boolean isEmpty() {
    return blocks.isEmpty();
  }

  int size() {
    return blocks.size();
  }

  Reading reading(String detail, String mediaType, int pages) {
    return new Reading(
        ReadingStatus.READ, detail, mediaType, pages, text.toString(), List.copyOf(blocks));
  }
}
