package vallarta.engine.tlog.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vallarta.engine.tlog.Checkpoint;
import vallarta.engine.tlog.DirectorySource;
import vallarta.engine.tlog.Fsck;
import vallarta.engine.tlog.LogKey;
import vallarta.engine.tlog.LogReader;
import vallarta.engine.tlog.NoteSignature;
import vallarta.engine.tlog.Reason;
import vallarta.engine.tlog.Refused;
import vallarta.engine.tlog.SignedNote;
import vallarta.engine.tlog.TileLog;
import vallarta.engine.tlog.Witness;
import vallarta.engine.tlog.WitnessKey;

/// A log, its readers and its witnesses, over real sockets.
final class FacesTest {

  private static final LogKey KEY = LogKey.generate("example.org/record");

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private TileLog log;
  private LogServer server;
  private URI address;

  @BeforeEach
  void serve() throws IOException {
    log = TileLog.open(folder.resolve("log"), KEY);
    server = new LogServer(local(), log, new DirectorySource(folder.resolve("log")));
    address = URI.create("http://127.0.0.1:" + server.address().getPort());
  }

  @AfterEach
  void stop() throws IOException, InterruptedException {
    server.close();
    log.close();
  }

  private static InetSocketAddress local() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  @Test
  void takesEntriesOfManyWritersAndShowsThemToAReaderFarAway() throws Exception {
    ConcurrentLinkedQueue<Long> indexes = new ConcurrentLinkedQueue<>();
    List<Thread> writers = new ArrayList<>();
    for (int writer = 0; writer < 20; writer++) {
      String name = "writer " + writer + ", entry ";
      writers.add(
          Thread.startVirtualThread(() -> {
            for (int i = 0; i < 15; i++) {
              indexes.add(Long.parseLong(post("/add", name + i).body().strip()));
            }
          }));
    }
    for (Thread writer : writers) {
      writer.join();
    }

    assertThat(indexes).hasSize(300).doesNotHaveDuplicates();
    HttpSource source = new HttpSource(client, address);
    SignedNote note = SignedNote.parse(source.read("checkpoint").orElseThrow());
    note.verify(List.of(KEY.verifier()));
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    assertThat(checkpoint.size()).isEqualTo(300);
    LogReader reader = new LogReader(source, checkpoint.size());
    reader.inclusion(299).verify(reader.leaf(299), checkpoint.root());
    assertThat(new String(reader.entry(7), StandardCharsets.UTF_8)).startsWith("writer ");
    assertThat(new Fsck(source, List.of(KEY.verifier())).check(done -> {}).findings()).isEmpty();
  }

  @Test
  void refusesWhatIsNoEntryAndNoTile() throws Exception {
    assertThat(post("/add", "x".repeat(65_536)).statusCode()).isEqualTo(413);
    assertThat(get("/add").statusCode()).isEqualTo(405);
    assertThat(get("/tile/0/999").statusCode()).isEqualTo(404);
    assertThat(get("/tile/0/..%2f..%2f.lock").statusCode()).isEqualTo(400);
    assertThat(post("/add", "").body()).isEqualTo("0\n");
  }

  @Test
  void getsCosignaturesAndFindsOutThatItWasRolledBack() throws Exception {
    post("/add", "first");
    try (WitnessServer witness = witness()) {
      WitnessClient asking = asking(witness);
      List<NoteSignature> first = asking.cosign(log.note(), log.reader());
      assertThat(log.cosign(log.note(), first)).isTrue();
      assertThat(log.note().cosignature(asking.witness())).isPresent();
      SignedNote small = log.note();
      LogReader smallTree = log.reader();

      post("/add", "second");
      assertThat(log.note().cosignature(asking.witness())).isEmpty();
      assertThat(asking(witness).cosign(log.note(), log.reader())).hasSize(1);

      assertThatThrownBy(() -> asking(witness).cosign(small, smallTree))
          .isInstanceOfSatisfying(
              Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.INCONSISTENT));
    }
  }

  private WitnessClient asking(WitnessServer witness) {
    return new WitnessClient(
        client, URI.create("http://127.0.0.1:" + witness.address().getPort()), WITNESS.verifier());
  }

  private static final WitnessKey WITNESS = WitnessKey.generate("ngo.example/witness");

  private WitnessServer witness() throws IOException {
    Witness witness =
        new Witness(
            folder.resolve("witness"), WITNESS, List.of(KEY.verifier()), InstantSource.system());
    return new WitnessServer(local(), witness, answer -> {});
  }

  @Test
  void answersAMalformedRequestToAWitnessWithWhatIsWrong() throws Exception {
    try (WitnessServer witness = witness()) {
      URI uri = URI.create("http://127.0.0.1:" + witness.address().getPort() + "/add-checkpoint");
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(uri)
                  .POST(HttpRequest.BodyPublishers.ofString("old 01\n\nx\n"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("the old size is no decimal number");
    }
  }

  private HttpResponse<String> post(String path, String body) {
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(address.resolve(path)).build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
