package vallarta.compact.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vallarta.compact.store.DataFolder;

/// `vallarta serve`: the web server over a data folder, until it is stopped.
@Command(
    name = "serve",
    description = "Serve the data folder on the web until stopped with Ctrl-C.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private ServeOptions serve = new ServeOptions();
  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Application application = Application.serve(data.data(), serve.settings());
    if (spec != null) {
      spec.commandLine()
          .getErr()
          .printf(
              "Vallarta %s%n  address      %s%n  data folder  %s%n  to stop      Ctrl-C, or kill %d%n",
              Version.current(),
              serve.address(application),
              DataFolder.resolve(data.data()),
              ProcessHandle.current().pid());
    }
    new CountDownLatch(1).await();
    return 0;
  }
}
