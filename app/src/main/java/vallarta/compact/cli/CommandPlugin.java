package vallarta.compact.cli;

import java.util.List;

/// The commands that a stage plugs into the front door, found by [java.util.ServiceLoader].
public interface CommandPlugin {

  /// Commands (picocli) under the front door itself.
  default List<Object> commands() {
    return List.of();
  }

  /// Commands (picocli) under `import`.
  default List<Object> imports() {
    return List.of();
  }

  /// Commands (picocli) under `export`.
  default List<Object> exports() {
    return List.of();
  }
}
