/// What actors report on what they promised: the same questions for everybody, with evidence,
/// validated by somebody else than who wrote it, told once and read in several frames.
@NullMarked
package vallarta.compact.review.report;

import org.jspecify.annotations.NullMarked;
