package vallarta.compact.store;

import java.util.ArrayList;
import java.util.List;

/// PostgreSQL does not run as root. Where the application does, as in many containers, the server
/// runs in a user namespace of its own, in which it is nobody.
final class UserNamespace {

  static final String ADVICE =
      "the database does not run as root, and this machine allows no user namespace in which it would be another user:"
          + " run vallarta as an ordinary user, or name a PostgreSQL server in VALLARTA_DB_URL";

  private UserNamespace() {}

  /// The command as it is run: as it is, or in a user namespace when this process is root's.
  static List<String> wrap(List<String> command) {
    if (!"root".equals(System.getProperty("user.name"))) {
      return command;
    }
    List<String> wrapped = new ArrayList<>(List.of("unshare", "-U"));
    wrapped.addAll(command);
    return wrapped;
  }

  /// Whether what a command said means that no namespace was to be had.
  static boolean denied(String said) {
    return said.contains("unshare") || said.contains("cannot be run as root");
  }
}
