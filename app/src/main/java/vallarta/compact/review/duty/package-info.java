/// What actors owe: reports that fall due, the reminders that go before and after, and the label
/// that everybody sees where none came.
@NullMarked
package vallarta.compact.review.duty;

import org.jspecify.annotations.NullMarked;
