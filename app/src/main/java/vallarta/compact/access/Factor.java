package vallarta.compact.access;

/// By what somebody proved who they are.
public enum Factor {
  PASSWORD,
  /// A code of an authenticator application (RFC 6238).
  CODE,
  /// A passkey, with which a device has also verified its user: two factors in one.
  PASSKEY,
  /// Another provider vouches for the person (OpenID Connect).
  PROVIDER,
  /// The same, and it says that the person showed two factors, which whoever runs the site believes
  /// of it.
  PROVIDER_TWOFOLD,
  /// The one-click sign-in of the demonstration.
  DEMONSTRATION;

  /// Whether two things are proved with it: something known and something held. A code only ever
  /// comes after another factor.
  boolean isTwofold() {
    return switch (this) {
      case CODE, PASSKEY, PROVIDER_TWOFOLD, DEMONSTRATION -> true;
      case PASSWORD, PROVIDER -> false;
    };
  }
}
