package vallarta.compact.consultation.reading;

import java.time.Duration;

/// How much one file may cost before its reading is given up.
///
/// @param fileBytes size of the file; looked at before a byte is read
/// @param time time that the reading of one file may take, without the start of the process
/// @param heapBytes heap of a reading process
/// @param textLength length of the text found (UTF-16 code units)
/// @param unpackedBytes sum of the entries of a packed document (DOCX, ODT)
/// @param unpackedRatio that sum, or the text found, over the size of the file; small sums may
///   exceed it
/// @param depth how deep elements may nest
/// @param processes how many files are read at a time, each in a process of its own
/// @param filesPerProcess after how many files a process is replaced by a fresh one
public record ReadingLimits(
    long fileBytes,
    Duration time,
    long heapBytes,
    int textLength,
    long unpackedBytes,
    int unpackedRatio,
    int depth,
    int processes,
    int filesPerProcess) {

  private static final long MB = 1024L * 1024L;

  /// 100 MB of file, a minute, 384 MB of heap, 10 million characters, 400 MB unpacked at no more
  /// than 200 times the file, 256 levels; two processes, each for 500 files.
  public static final ReadingLimits DEFAULT =
      new ReadingLimits(
          100 * MB, Duration.ofSeconds(60), 384 * MB, 10_000_000, 400 * MB, 200, 256, 2, 500);

  public ReadingLimits {
    if (fileBytes < 1 || heapBytes < 16 * MB || textLength < 1 || unpackedBytes < 1) {
      throw new IllegalArgumentException("a limit of size is too small to read anything");
    }
    if (unpackedRatio < 1 || depth < 8 || processes < 1 || filesPerProcess < 1) {
      throw new IllegalArgumentException("a limit of number is too small to read anything");
    }
    if (!time.isPositive()) {
      throw new IllegalArgumentException("the time for a file must be positive");
    }
  }

  public ReadingLimits withFileBytes(long value) {
    return new ReadingLimits(
        value,
        time,
        heapBytes,
        textLength,
        unpackedBytes,
        unpackedRatio,
        depth,
        processes,
        filesPerProcess);
  }

  public ReadingLimits withTime(Duration value) {
    return new ReadingLimits(
        fileBytes,
        value,
        heapBytes,
        textLength,
        unpackedBytes,
        unpackedRatio,
        depth,
        processes,
        filesPerProcess);
  }

  public ReadingLimits withHeapBytes(long value) {
    return new ReadingLimits(
        fileBytes,
        time,
        value,
        textLength,
        unpackedBytes,
        unpackedRatio,
        depth,
        processes,
        filesPerProcess);
  }

  public ReadingLimits withTextLength(int value) {
    return new ReadingLimits(
        fileBytes,
        time,
        heapBytes,
        value,
        unpackedBytes,
        unpackedRatio,
        depth,
        processes,
        filesPerProcess);
  }

  public ReadingLimits withUnpackedBytes(long value) {
    return new ReadingLimits(
        fileBytes,
        time,
        heapBytes,
        textLength,
        value,
        unpackedRatio,
        depth,
        processes,
        filesPerProcess);
  }

  public ReadingLimits withProcesses(int value) {
    return new ReadingLimits(
        fileBytes,
        time,
        heapBytes,
        textLength,
        unpackedBytes,
        unpackedRatio,
        depth,
        value,
        filesPerProcess);
  }

  public ReadingLimits withFilesPerProcess(int value) {
    return new ReadingLimits(
        fileBytes,
        time,
        heapBytes,
        textLength,
        unpackedBytes,
        unpackedRatio,
        depth,
        processes,
        value);
  }
}
