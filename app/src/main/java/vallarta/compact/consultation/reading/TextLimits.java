package vallarta.compact.consultation.reading;

/// The limits that hold inside the reading process.
///
/// @param textLength length of the text (UTF-16 code units)
/// @param unpackedBytes sum of the entries of a packed document
/// @param unpackedRatio that sum over the size of the file
/// @param depth how deep elements may nest
record TextLimits(int textLength, long unpackedBytes, int unpackedRatio, int depth) {

  static TextLimits of(ReadingLimits limits) {
    return new TextLimits(
        limits.textLength(), limits.unpackedBytes(), limits.unpackedRatio(), limits.depth());
  }
}
