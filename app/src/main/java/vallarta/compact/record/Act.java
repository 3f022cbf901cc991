package vallarta.compact.record;

/// One published event.
///
/// @param facts the public fields of the object after it
public record Act(ActType type, Facts facts) {}
