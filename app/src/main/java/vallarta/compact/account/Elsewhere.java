package vallarta.compact.account;

import java.io.Serializable;

/// What a session keeps of the provider by whose word it began, to sign out there too.
record Elsewhere(String issuer, String idToken) implements Serializable {}
