package vallarta.compact.consultation;

/// How many consultations of a type the process expects.
///
/// @param approximate whether the number is only about right: then it is shown with a tilde
/// @param source who says so
public record Expected(ConsultationType type, int number, boolean approximate, String source) {}
