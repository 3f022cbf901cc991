package vallarta.compact.account;

import java.io.Serializable;

/// What a session keeps of the provider by whose word it began, to sign out there too.
///
/// @param provider its name
/// @param idToken its word
record Elsewhere(String provider, String idToken) implements Serializable {}
