package vallarta.compact.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vallarta.compact.cli.CommandLineRun;
import vallarta.engine.tlog.LogKey;
import vallarta.engine.tlog.LogReader;
import vallarta.engine.tlog.Reason;
import vallarta.engine.tlog.Refused;
import vallarta.engine.tlog.SignedNote;
import vallarta.engine.tlog.TileLog;
import vallarta.engine.tlog.VerifierKey;
import vallarta.engine.tlog.http.WitnessClient;

/// An organisation far from the record runs one command and cosigns, also after it was killed.
class WitnessCommandIT {

  private static final LogKey KEY = LogKey.generate("example.org/record");
  private static final Pattern TALK =
      Pattern.compile("Public key: +(\\S+)\\R+Address: +(http://\\S+)");

  @TempDir Path folder;

  @Test
  void cosignsWithOneKeyAndRemembersWhatItSawOverAKill() throws Exception {
    try (TileLog log = TileLog.open(folder.resolve("log"), KEY)) {
      log.append(List.of("first".getBytes(StandardCharsets.UTF_8)));
      SignedNote small = log.note();
      LogReader smallTree = log.reader();
      Matcher first = start("--name", "ngo.example/witness");
      assertThat(ask(first, log).cosignature(VerifierKey.parse(first.group(1)))).isPresent();
      log.append(List.of("second".getBytes(StandardCharsets.UTF_8)));
      assertThat(ask(first, log).cosignature(VerifierKey.parse(first.group(1)))).isPresent();
      stop();

      Matcher again = start();
      assertThat(again.group(1)).isEqualTo(first.group(1)).startsWith("ngo.example/witness+");
      assertThatThrownBy(() -> client(again).cosign(small, smallTree))
          .isInstanceOfSatisfying(
              Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.INCONSISTENT));
      assertThat(ask(again, log).cosignature(VerifierKey.parse(again.group(1)))).isPresent();
      assertThat(Files.getPosixFilePermissions(folder.resolve("witness/witness.key")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    } finally {
      stop();
    }
  }

  @Test
  void saysThatItNeedsANameForItsFirstKey() {
    CommandLineRun run =
        CommandLineRun.of(
            "record",
            "witness",
            "--log",
            KEY.verifier().toString(),
            "--folder",
            folder.resolve("nameless").toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.talk()).contains("--name ngo.example/witness");
  }

  private Process process;

  private Matcher start(String... more) throws IOException, InterruptedException {
    Path talk = Files.createTempFile(folder, "talk", ".txt");
    List<String> words =
        new ArrayList<>(
            List.of(
                "record",
                "witness",
                "--log",
                KEY.verifier().toString(),
                "--folder",
                folder.resolve("witness").toString(),
                "--port",
                "0"));
    words.addAll(List.of(more));
    process = CommandLineRun.start(talk.toFile(), words.toArray(String[]::new));
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (Instant.now().isBefore(end)) {
      Matcher found = TALK.matcher(Files.readString(talk));
      if (found.find()) {
        return found;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the witness does not start: " + Files.readString(talk));
  }

  private void stop() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  private static SignedNote ask(Matcher witness, TileLog log) throws IOException {
    return log.note().with(client(witness).cosign(log.note(), log.reader()));
  }

  private static WitnessClient client(Matcher witness) {
    return new WitnessClient(
        HttpClient.newHttpClient(),
        URI.create(witness.group(2)),
        VerifierKey.parse(witness.group(1)));
  }
}
