package vallarta.compact.commitment;

import java.time.LocalDate;

/// A step on the way.
///
/// @param id number in the register, 0 for one that is not written yet
/// @param after place among the milestones of the same commitment (from 1) of the one that must
///   come before, 0 for none
public record Milestone(long id, String title, LocalDate due, int after) {}
