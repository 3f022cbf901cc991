package vallarta.compact.review.duty;

import java.time.LocalDate;

/// Reminders of a duty that its actor put off, for a reason that everybody reads. The due date
/// stays as it is, and the label comes when it comes.
///
/// @param until the first day on which somebody is reminded again
record Snooze(long duty, LocalDate until, String reason) {}
