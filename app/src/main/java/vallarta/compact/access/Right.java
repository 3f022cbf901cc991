package vallarta.compact.access;

/// What a mandate in force lets its holder do: act in a role for somebody or in something.
///
/// @param of key of the stakeholder for whom a focal point, delegate or contributor acts; reference
///   of the session (`SE-4`) that a moderator, rapporteur or panellist serves; empty for a role
///   that holds in the whole process
public record Right(Role role, String of) {}
