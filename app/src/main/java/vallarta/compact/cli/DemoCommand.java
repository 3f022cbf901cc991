package vallarta.compact.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vallarta.compact.store.DataFolder;

/// `vallarta demo`: the web server with the demonstration loaded.
@Command(
    name = "demo",
    description = {
      "Start with the demonstration loaded.",
      "It tells the stocktaking at Puerto Vallarta as one observer told it, and invented inputs of fictional States, marked as such."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class DemoCommand implements Callable<Integer> {

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private ServeOptions serve = new ServeOptions();

  @Option(names = "--no-browser", description = "Do not open a browser.")
  private boolean noBrowser;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder =
        data.data() == null
            ? DataFolder.resolve(null).resolveSibling("vallarta-demo")
            : data.data();
    long begun = System.nanoTime();
    Map<String, Object> settings = new HashMap<>(serve.settings());
    settings.put("vallarta.demo", true);
    Application application = Application.serve(folder, settings);
    application.get(Demonstrations.class).load(Progress.on(System.err, "demonstration:"));
    String address = serve.address(application);
    if (spec != null) {
      spec.commandLine()
          .getErr()
          .printf(
              """
              Vallarta %s, the demonstration, ready in %.1f s
                address      %s
                data folder  %s
                to stop      Ctrl-C, or kill %d
              """,
              Version.current(),
              (System.nanoTime() - begun) / 1e9,
              address,
              DataFolder.resolve(folder),
              ProcessHandle.current().pid());
    }
    if (!noBrowser) {
      Browser.open(address);
    }
    new CountDownLatch(1).await();
    return 0;
  }
}
