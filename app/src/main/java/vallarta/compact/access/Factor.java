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
  /// The one-click sign-in of the demonstration.
  DEMONSTRATION
}
