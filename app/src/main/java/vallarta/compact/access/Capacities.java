package vallarta.compact.access;

import java.util.List;
import java.util.Set;

/// In what capacities the holder of an account acts: the stage that keeps mandates says so at each
/// request, so that a mandate that ends ends its rights at once.
public interface Capacities {

  /// A person and the rights of the mandates in force.
  record Capacity(String name, Set<Right> rights) {

    /// An account that nobody of the register holds.
    public static final Capacity NONE = new Capacity("", Set.of());
  }

  /// One of the persons of the demonstration, each of whom a visitor may be.
  ///
  /// @param role in which the person is offered
  /// @param organisation for which the person acts
  record Offered(long account, String name, Role role, String organisation) {}

  Capacity of(long account);

  /// Whom a visitor of the demonstration may sign in as, one for each role in each organisation.
  List<Offered> offered();
}
