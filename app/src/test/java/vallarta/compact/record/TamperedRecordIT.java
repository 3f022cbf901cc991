package vallarta.compact.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.Application;
import vallarta.compact.cli.CommandLineRun;
import vallarta.compact.cli.RunningServer;
import vallarta.engine.tlog.Checkpoint;
import vallarta.engine.tlog.DirectorySource;
import vallarta.engine.tlog.LogKey;
import vallarta.engine.tlog.LogReader;
import vallarta.engine.tlog.ProofFile;
import vallarta.engine.tlog.Refused;
import vallarta.engine.tlog.SignedNote;
import vallarta.engine.tlog.TileLog;
import vallarta.engine.tlog.VerifierKey;
import vallarta.engine.tlog.Witness;
import vallarta.engine.tlog.WitnessKey;
import vallarta.engine.tlog.http.WitnessClient;
import vallarta.engine.tlog.http.WitnessServer;

/// Somebody with all rights on the machine changes the past: each way is found, and its place is
/// named.
@TestMethodOrder(OrderAnnotation.class)
class TamperedRecordIT {

  @TempDir static Path folder;
  private static Application application;
  private static String key;

  @BeforeAll
  static void importSome() throws IOException {
    Path table = folder.resolve("statements.csv");
    Files.writeString(
        table,
        """
        text,stakeholder,stakeholder_type,consent
        States should end the detention of migrant children.,Lantern Network,ngo,publish
        States should publish recruitment fees.,Lantern Network,ngo,publish
        This must stay between us.,Lantern Network,ngo,withheld
        Every government should allow family visits.,City of Ferrenhaven,local-authority,publish
        """);
    succeed("import", "statements", table.toString(), "--data", data());
    application = Application.open(Path.of(data()));
    key = application.get(LogFiles.class).key().verifier().toString();
  }

  @AfterAll
  static void close() {
    application.close();
  }

  private static String data() {
    return folder.resolve("data").toString();
  }

  private static Path log() {
    return folder.resolve("data/record/log");
  }

  private static int sql(String change) {
    return application.get(JdbcClient.class).sql(change).update();
  }

  @Test
  @Order(1)
  void findsNothingWhereNothingWasChanged() {
    CommandLineRun run = CommandLineRun.of("record", "fsck", "--data", data());

    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).contains("whole");
  }

  @Test
  @Order(2)
  void namesTheRowAndTheFieldThatWereChanged() {
    sql(
        "update consultation.statement set text = replace(text, 'publish', 'hide') where number = 2");
    CommandLineRun run = CommandLineRun.of("record", "fsck", "--data", data());
    sql(
        "update consultation.statement set text = replace(text, 'hide', 'publish') where number = 2");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("S-2, field text")
        .contains("States should publish recruitment fees.")
        .contains("States should hide recruitment fees.")
        .contains("in the log: 1 fault\n");
  }

  @Test
  @Order(3)
  void namesTheRowThatWasDeleted() {
    sql("create table kept as select * from consultation.statement where number = 4");
    sql("create table kept_codes as select * from consultation.suggestion where statement = 4");
    sql("delete from consultation.suggestion where statement = 4");
    sql("delete from stocktaking.membership where statement = 4");
    sql("delete from consultation.statement where number = 4");
    CommandLineRun run = CommandLineRun.of("record", "fsck", "--data", data());
    sql("insert into consultation.statement select * from kept");
    sql("insert into consultation.suggestion select * from kept_codes");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("S-4 is in the record").contains("not among the rows");
  }

  @Test
  @Order(4)
  void namesTheTileAndTheEntryThatWereChanged() throws IOException {
    Path bundle = only(log().resolve("tile/entries/000.p"));
    CommandLineRun entry = changed(bundle, "statement-published", "statement-concealed");
    assertThat(entry.code()).isEqualTo(1);
    assertThat(entry.out()).contains("CHANGED_ENTRY: " + name(bundle) + ": entry ");

    Path tile = only(log().resolve("tile/0/000.p"));
    byte[] hashes = Files.readAllBytes(tile);
    hashes[33] ^= 1;
    Path kept = folder.resolve("kept-tile");
    Files.copy(tile, kept, StandardCopyOption.REPLACE_EXISTING);
    Files.write(tile, hashes);
    CommandLineRun hash = CommandLineRun.of("record", "verify", log().toString(), "--key", key);
    Files.move(kept, tile, StandardCopyOption.REPLACE_EXISTING);
    assertThat(hash.code()).isEqualTo(1);
    assertThat(hash.out()).contains("CHANGED_HASH: " + name(tile) + ": hash 1, of entry 1");
  }

  @Test
  @Order(5)
  void namesTheCheckpointThatWasReplaced() throws IOException {
    LogKey thief = LogKey.generate("vallarta.invalid/record");
    SignedNote note = SignedNote.parse(Files.readAllBytes(log().resolve("checkpoint")));
    Path elsewhere = folder.resolve("elsewhere");
    try (var forged = TileLog.open(elsewhere, thief)) {
      forged.append(List.of("another past".getBytes(StandardCharsets.UTF_8)));
    }
    byte[] kept = Files.readAllBytes(log().resolve("checkpoint"));
    Files.copy(
        elsewhere.resolve("checkpoint"),
        log().resolve("checkpoint"),
        StandardCopyOption.REPLACE_EXISTING);
    CommandLineRun fsck = CommandLineRun.of("record", "fsck", "--data", data());
    CommandLineRun verify = CommandLineRun.of("record", "verify", log().toString(), "--key", key);
    Files.write(log().resolve("checkpoint"), kept);

    assertThat(note.text()).startsWith("vallarta.invalid/record\n");
    assertThat(fsck.code()).isEqualTo(1);
    assertThat(fsck.out()).contains("CHECKPOINT: checkpoint: no known key signed this note");
    assertThat(verify.out()).contains("NOT VERIFIED (UNKNOWN_KEY)");
  }

  @Test
  @Order(6)
  void takesAProofAndAnArchiveFarAwayAndVerifiesThem() throws IOException {
    Entry entry = application.get(PublicRecord.class).history("S-1").getFirst();
    SignedNote note = SignedNote.parse(Files.readAllBytes(log().resolve("checkpoint")));
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    long index = Objects.requireNonNull(entry.index());
    LogReader tree = new LogReader(new DirectorySource(log()), checkpoint.size());
    ProofFile proof =
        new ProofFile(Evidence.of(entry).bytes(), index, tree.inclusion(index).hashes(), note);
    Path file = folder.resolve("s1.tlog-proof");
    Files.writeString(file, proof.toString());

    CommandLineRun good = CommandLineRun.of("record", "verify", file.toString(), "--key", key);
    assertThat(good.code()).as(good.out() + good.talk()).isZero();
    assertThat(good.out())
        .contains("VERIFIED", "index " + index + " of " + checkpoint.size())
        .contains("text: States should end the detention of migrant children.");

    String forged =
        proof.toString().replaceFirst("index " + index, "index " + (index == 0 ? 1 : index - 1));
    Files.writeString(file, forged);
    CommandLineRun bad = CommandLineRun.of("record", "verify", file.toString(), "--key", key);
    assertThat(bad.code()).isEqualTo(1);
    assertThat(bad.out()).contains("NOT VERIFIED (ROOT_MISMATCH)");

    Path archive = folder.resolve("record.zip");
    succeed("record", "export", "--out", archive.toString(), "--data", data());
    CommandLineRun whole = CommandLineRun.of("record", "verify", archive.toString(), "--key", key);
    assertThat(whole.code()).as(whole.out()).isZero();
    assertThat(whole.out()).contains("Files:      1");
    CommandLineRun nobody = CommandLineRun.of("record", "verify", archive.toString());
    assertThat(nobody.code()).isEqualTo(1);
    assertThat(nobody.talk()).contains("--key");
  }

  @Test
  @Order(7)
  void twoWitnessesCosignAndOneThatSawMoreIsBelievedAgainstTheLog() throws Exception {
    WitnessKey one = WitnessKey.generate("ngo.example/one");
    WitnessKey two = WitnessKey.generate("ngo.example/two");
    try (WitnessServer first = witness("one", one);
        WitnessServer second = witness("two", two)) {
      Files.writeString(
          folder.resolve("data/record/policy"),
          """
          log %s
          witness one %s http://127.0.0.1:%d
          witness two %s http://127.0.0.1:%d
          group both all one two
          quorum both
          """
              .formatted(
                  key,
                  one.verifier(),
                  first.address().getPort(),
                  two.verifier(),
                  second.address().getPort()));
      application.close();
      try (RunningServer server = RunningServer.over(Path.of(data()), false)) {
        assertThat(server.fetch("/readyz").statusCode()).isEqualTo(200);
        SignedNote note = cosigned(one, two);
        assertThat(Checkpoint.parse(note.text()).size()).isPositive();
      }
      CommandLineRun quorum =
          CommandLineRun.of(
              "record",
              "verify",
              log().toString(),
              "--policy",
              folder.resolve("data/record/policy").toString());
      assertThat(quorum.code()).as(quorum.out()).isZero();
      assertThat(quorum.out()).contains("ngo.example/one at ", "ngo.example/two at ");

      showMoreTo(first, one);
      try (RunningServer server = RunningServer.over(Path.of(data()), false)) {
        assertThat(trouble(server))
            .contains("ngo.example/one has cosigned another tree of size")
            .contains("restored from an older backup");
      }
    } finally {
      Files.deleteIfExists(folder.resolve("data/record/policy"));
      application = Application.open(Path.of(data()));
    }
  }

  /// What a witness knows when database and log are both restored from a backup: more than they.
  private static void showMoreTo(WitnessServer witness, WitnessKey of) throws IOException {
    Path ahead = Files.createDirectories(folder.resolve("ahead"));
    try (var files = Files.walk(log())) {
      for (Path file : files.toList()) {
        Path to = ahead.resolve(log().relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
    LogKey own = LogKey.parse(KeyFile.read(folder.resolve("data/record/key")));
    try (TileLog log = TileLog.open(ahead, own)) {
      log.append(List.of("what the backup lacks".getBytes(StandardCharsets.UTF_8)));
      new WitnessClient(
              HttpClient.newHttpClient(),
              URI.create("http://127.0.0.1:" + witness.address().getPort()),
              of.verifier())
          .cosign(log.note(), log.reader());
    }
  }

  private static String trouble(RunningServer server) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(10));
    while (server.fetch("/readyz").statusCode() != 503 && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }
    return server.fetch("/readyz").body();
  }

  @Test
  @Order(8)
  void aNewKeyTakesOverAndTheOldOneIsBelievedUntilItIsDropped() throws Exception {
    String before = key;
    Entry first = application.get(PublicRecord.class).entry(0).orElseThrow();
    ProofFile taken = application.get(Proofs.class).of(first).orElseThrow();
    application.close();
    succeed("record", "rotate-key", "--data", data());
    serveUntilSignaturesAre(2);
    try (Application opened = Application.open(Path.of(data()))) {
      key = opened.get(LogFiles.class).key().verifier().toString();
      assertThat(opened.get(Proofs.class).check(taken).signer()).hasToString(before);
    }
    assertThat(key).isNotEqualTo(before);
    assertThat(verifyWith(before)).isZero();
    assertThat(verifyWith(key)).isZero();

    succeed("record", "rotate-key", "--finish", "--data", data());
    serveUntilSignaturesAre(1);
    assertThat(verifyWith(key)).isZero();
    assertThat(verifyWith(before)).isEqualTo(1);
    application = Application.open(Path.of(data()));
    assertThatThrownBy(() -> application.get(Proofs.class).check(taken))
        .isInstanceOf(Refused.class);
    assertThat(CommandLineRun.of("record", "fsck", "--data", data()).code()).isZero();
  }

  private static int verifyWith(String known) {
    return CommandLineRun.of("record", "verify", log().toString(), "--key", known).code();
  }

  private static void serveUntilSignaturesAre(int count) throws Exception {
    try (RunningServer server = RunningServer.over(Path.of(data()), false)) {
      Instant end = Instant.now().plus(Duration.ofSeconds(10));
      while (ownSignatures() != count) {
        assertThat(Instant.now()).isBefore(end);
        Thread.sleep(100);
      }
      assertThat(server.fetch("/readyz").statusCode()).isEqualTo(200);
    }
  }

  private static long ownSignatures() throws IOException {
    return SignedNote.parse(Files.readAllBytes(log().resolve("checkpoint"))).signatures().stream()
        .filter(it -> it.name().equals("vallarta.invalid/record"))
        .count();
  }

  @Test
  @Order(9)
  void refusesToGoOnOverADatabaseThatWasRolledBack() throws Exception {
    long last =
        application
            .get(JdbcClient.class)
            .sql("select max(index) from record.entry")
            .query(Long.class)
            .single();
    sql(
        "delete from record.disclosure where entry = (select id from record.entry where index = "
            + last
            + ")");
    sql("delete from record.entry where index = " + last);
    sql("delete from record.checkpoint where size > " + last);
    CommandLineRun fsck = CommandLineRun.of("record", "fsck", "--data", data());
    assertThat(fsck.code()).isEqualTo(1);
    application.close();
    byte[] before = Files.readAllBytes(log().resolve("checkpoint"));
    try (RunningServer server = RunningServer.over(Path.of(data()), false)) {
      assertThat(trouble(server))
          .contains("the database was rolled back")
          .contains("the first entry it lacks has index " + last);
      assertThat(server.fetch("/readyz").statusCode()).isEqualTo(503);
    } finally {
      application = Application.open(Path.of(data()));
    }
    assertThat(Files.readAllBytes(log().resolve("checkpoint"))).isEqualTo(before);
  }

  /// A store of a version that had no record yet.
  @Test
  @Order(10)
  void entersOnceWhatWasPublishedBeforeThereWasARecord() throws Exception {
    sql("truncate record.entry, record.disclosure, record.checkpoint");
    application.close();
    try (var files = Files.walk(folder.resolve("data/record"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    for (int start = 0; start < 2; start++) {
      try (RunningServer server = RunningServer.over(Path.of(data()), false)) {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (!Files.exists(log().resolve("checkpoint")) || size() == 0) {
          assertThat(Instant.now()).isBefore(end);
          Thread.sleep(50);
        }
        assertThat(server.fetch("/readyz").statusCode()).isEqualTo(200);
      }
      assertThat(size()).isEqualTo(6);
    }
    application = Application.open(Path.of(data()));
    CommandLineRun run = CommandLineRun.of("record", "fsck", "--data", data());
    assertThat(run.code()).as(run.out()).isZero();
  }

  private static long size() throws IOException {
    return Checkpoint.parse(
            SignedNote.parse(Files.readAllBytes(log().resolve("checkpoint"))).text())
        .size();
  }

  private static SignedNote cosigned(WitnessKey... witnesses) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(15));
    while (true) {
      SignedNote note = SignedNote.parse(Files.readAllBytes(log().resolve("checkpoint")));
      if (List.of(witnesses).stream().allMatch(it -> note.cosignature(it.verifier()).isPresent())) {
        return note;
      }
      assertThat(Instant.now()).as("no cosignatures on %s", note).isBefore(end);
      Thread.sleep(100);
    }
  }

  private static WitnessServer witness(String name, WitnessKey witness) throws IOException {
    return new WitnessServer(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        new Witness(
            folder.resolve(name), witness, List.of(VerifierKey.parse(key)), InstantSource.system()),
        answer -> {});
  }

  private static CommandLineRun changed(Path file, String from, String to) throws IOException {
    byte[] kept = Files.readAllBytes(file);
    String text = new String(kept, StandardCharsets.ISO_8859_1);
    assertThat(text).contains(from);
    Files.write(file, text.replaceFirst(from, to).getBytes(StandardCharsets.ISO_8859_1));
    try {
      return CommandLineRun.of("record", "fsck", "--data", data());
    } finally {
      Files.write(file, kept);
    }
  }

  private static Path only(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files
          .max(Comparator.comparingInt(it -> Integer.parseInt(it.getFileName().toString())))
          .orElseThrow();
    }
  }

  private static String name(Path file) {
    return log().relativize(file).toString();
  }

  private static void succeed(String... words) {
    CommandLineRun run = CommandLineRun.of(words);
    assertThat(run.code()).as("%s: %s", List.of(words), run.talk()).isZero();
  }
}
