package vallarta.compact.consultation.passage;

import java.util.ArrayList;
import java.util.List;
import vallarta.compact.consultation.reading.Block;
import vallarta.compact.consultation.reading.Reading;

/// The paragraphs of a reading: its blocks, with those put together that a page or column break has
/// torn apart.
final class Paragraphs {

  private static final String ENDS = ".!?:;…。！？：；؟؛”\"»)";

  private Paragraphs() {}

  /// One or more blocks that are one paragraph.
  record Paragraph(List<Block> blocks) {

    Block first() {
      return blocks.getFirst();
    }

    int end() {
      return blocks.getLast().end();
    }

    /// The page on which an offset lies.
    int pageAt(int offset) {
      int page = first().page();
      for (Block block : blocks) {
        if (block.start() <= offset) {
          page = block.page();
        }
      }
      return page;
    }
  }

  static List<Paragraph> list(Reading reading) {
    var paragraphs = new ArrayList<Paragraph>();
    List<Block> current = new ArrayList<>();
    for (Block block : reading.blocks()) {
      if (!current.isEmpty() && !continues(reading.text(), current.getLast(), block)) {
        paragraphs.add(new Paragraph(List.copyOf(current)));
        current.clear();
      }
      current.add(block);
    }
    if (!current.isEmpty()) {
      paragraphs.add(new Paragraph(List.copyOf(current)));
    }
    return paragraphs;
  }

  /// A paragraph that ends without a stop goes on in one that begins with a small letter.
  private static boolean continues(String text, Block before, Block block) {
    boolean flowing =
        block.kind() == Block.Kind.PARAGRAPH
            && (before.kind() == Block.Kind.PARAGRAPH || before.kind() == Block.Kind.LIST_ITEM);
    int last = Blanks.trim(text, before.start(), before.end());
    int next = Blanks.skip(text, block.start(), block.end());
    return flowing
        && last > before.start()
        && next < block.end()
        && ENDS.indexOf(text.charAt(last - 1)) < 0
        && Character.isLowerCase(text.charAt(next))
        && Numbering.find(text, next, block.end()).isEmpty();
  }
}
