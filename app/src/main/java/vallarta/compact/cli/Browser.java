package vallarta.compact.cli;

import java.io.IOException;
import java.util.List;

/// The browser of the person at the machine, where there is one.
final class Browser {

  private Browser() {}

  /// Opens the address; where there is no desktop nothing happens, as the address was printed
  /// already.
  static void open(String address) {
    boolean mac = System.getProperty("os.name", "").startsWith("Mac");
    boolean desktop =
        mac || System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    if (!desktop) {
      return;
    }
    try {
      new ProcessBuilder(List.of(mac ? "open" : "xdg-open", address))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      // The address stands on the terminal: nobody is left without it.
      return;
    }
  }
}
