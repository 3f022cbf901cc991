package vallarta.compact.access;

import java.util.Locale;

/// In what capacity somebody acts: the role of a mandate.
public enum Role {
  SECRETARIAT(Scope.PROCESS),
  CO_CHAIR(Scope.PROCESS),
  CO_FACILITATOR(Scope.PROCESS),
  MAIN_FOCAL_POINT(Scope.STAKEHOLDER),
  ALTERNATE_FOCAL_POINT(Scope.STAKEHOLDER),
  VALIDATING_FOCAL_POINT(Scope.STAKEHOLDER),
  DELEGATE(Scope.STAKEHOLDER),
  MODERATOR(Scope.SESSION),
  RAPPORTEUR(Scope.SESSION),
  PANELLIST(Scope.SESSION),
  REVIEWER(Scope.PROCESS),
  CONTRIBUTOR(Scope.STAKEHOLDER);

  /// What a role holds for, and so whose things it opens.
  public enum Scope {
    /// The whole process: whoever's they are.
    PROCESS,
    /// Those of the stakeholder of the mandate alone.
    STAKEHOLDER,
    /// Those of the sessions that the person serves alone.
    SESSION;

    /// The word in tables: `stakeholder`.
    public String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Scope scope;

  Role(Scope scope) {
    this.scope = scope;
  }

  public Scope scope() {
    return scope;
  }

  /// The role of that word.
  public static Role of(String tag) {
    return valueOf(tag.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// The word in tables, addresses and strings: `main-focal-point`.
  public String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether whoever acts in it signs in with two factors.
  public boolean needsTwoFactors() {
    return this == SECRETARIAT;
  }
}
