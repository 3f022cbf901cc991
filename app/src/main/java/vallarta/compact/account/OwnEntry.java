package vallarta.compact.account;

import java.util.Set;
import vallarta.compact.access.Role;

/// A page of somebody's own to which the page of the account leads. A stage adds its own by a bean
/// of this type.
///
/// @param order where it stands: small numbers first, stages in steps of 100
/// @param key of its words
/// @param path of the page without the language
/// @param roles for whom it is, none for everybody who is signed in
public record OwnEntry(int order, String key, String path, Set<Role> roles) {

  public OwnEntry {
    roles = Set.copyOf(roles);
  }
}
