package vallarta.compact.access;

/// In what capacity somebody acts.
public enum Role {
  SECRETARIAT,
  FOCAL_POINT,
  CIVIL_SOCIETY,
  NHRI,
  RAPPORTEUR,
  REVIEWER,
  DESK_OFFICER;

  /// The name of the authority that whoever acts in this role is signed in with.
  public String authority() {
    return "ROLE_" + name();
  }
}
