package vallarta.compact.consultation.submission;

import vallarta.compact.consultation.reading.ReadingStatus;

/// The file of a submission, and what was read of it.
///
/// @param name as its sender calls it, made safe
/// @param sha256 of its bytes, in hexadecimal
/// @param mediaType found in its bytes
/// @param pages 0 where the format has none
/// @param language BCP 47 tag of the language that was found, or empty
/// @param statements how many were found
record SubmittedFile(
    String name,
    String sha256,
    long bytes,
    String mediaType,
    ReadingStatus status,
    String detail,
    int pages,
    String language,
    int statements) {

  boolean isRead() {
    return status == ReadingStatus.READ;
  }
}
