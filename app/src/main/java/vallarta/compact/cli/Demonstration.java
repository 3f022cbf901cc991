package vallarta.compact.cli;

import java.io.IOException;

/// The part of a stage in the demonstration: a bean that loads invented data, marked as such.
/// Loading it again changes nothing.
public interface Demonstration {

  /// Stages load in their order.
  int order();

  void load(Progress progress) throws IOException;
}
