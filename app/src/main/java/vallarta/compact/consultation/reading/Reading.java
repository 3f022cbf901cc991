package vallarta.compact.consultation.reading;

import java.util.List;

/// What was read of one file: its text in reading order and the blocks of it, or why there is none.
///
/// @param status how it ended
/// @param detail what a person needs beside the status (a limit, a type that was found), else empty
/// @param mediaType the type found in the bytes, for example `application/pdf`
/// @param pages number of pages, 0 where the format has none
/// @param text the whole text, blocks separated by a line feed, normalised to NFC; notes at the
///   foot of a page come after the paragraph that they would cut in two, and their marks are left
///   out
/// @param blocks the blocks in the order of the text, not overlapping
public record Reading(
    ReadingStatus status,
    String detail,
    String mediaType,
    int pages,
    String text,
    List<Block> blocks) {

  /// The text of one block.
  public String textOf(Block block) {
    return text.substring(block.start(), block.end());
  }
}
