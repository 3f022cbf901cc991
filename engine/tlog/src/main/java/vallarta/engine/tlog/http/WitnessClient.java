package vallarta.engine.tlog.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vallarta.engine.tlog.Checkpoint;
import vallarta.engine.tlog.LogReader;
import vallarta.engine.tlog.NoteSignature;
import vallarta.engine.tlog.Reason;
import vallarta.engine.tlog.Refused;
import vallarta.engine.tlog.SignedNote;
import vallarta.engine.tlog.VerifierKey;
import vallarta.engine.tlog.WitnessRequest;

/// Asks one witness for its cosignature (C2SP tlog-witness). Not for several threads at once.
public final class WitnessClient {

  private static final int TRIES = 3;

  private final HttpClient client;
  private final URI address;
  private final VerifierKey witness;
  private long known;

  /// @param prefix submission prefix of the witness
  public WitnessClient(HttpClient client, URI prefix, VerifierKey witness) {
    this.client = client;
    this.address = URI.create(prefix.toString().replaceAll("/+$", "") + "/add-checkpoint");
    this.witness = witness;
  }

  public VerifierKey witness() {
    return witness;
  }

  /// Gets a cosignature of a checkpoint.
  ///
  /// @param tree of the size of the checkpoint, to prove that it continues what the witness knows
  /// @throws IOException when the witness cannot be reached or does not answer as it should
  /// @throws Refused [Reason#INCONSISTENT] when the witness has seen a larger tree or another root:
  ///   the log was rolled back or shows two histories
  public List<NoteSignature> cosign(SignedNote note, LogReader tree) throws IOException {
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    for (int i = 0; i < TRIES; i++) {
      HttpResponse<String> answer = ask(note, tree);
      if (answer.statusCode() == 200) {
        known = checkpoint.size();
        return verified(note, answer.body());
      }
      if (answer.statusCode() != 409) {
        throw new IOException(
            "the witness " + witness.name() + " answers with status " + answer.statusCode());
      }
      long size = size(answer.body());
      if (size > checkpoint.size() || size == known && size == checkpoint.size()) {
        throw new Refused(
            Reason.INCONSISTENT,
            "the witness "
                + witness.name()
                + " has cosigned another tree of size "
                + size
                + " than this of size "
                + checkpoint.size());
      }
      known = size;
    }
    throw new IOException("the witness " + witness.name() + " is asked by somebody else, too");
  }

  private HttpResponse<String> ask(SignedNote note, LogReader tree) throws IOException {
    long from = Math.min(known, tree.size());
    WitnessRequest request = new WitnessRequest(from, tree.consistency(from).hashes(), note);
    try {
      return client.send(
          HttpRequest.newBuilder(address)
              .timeout(Duration.ofSeconds(10))
              .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
              .build(),
          HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private List<NoteSignature> verified(SignedNote note, String body) throws IOException {
    List<NoteSignature> lines = new ArrayList<>();
    try {
      body.lines().map(NoteSignature::parse).forEach(lines::add);
      if (note.with(lines).cosignature(witness).isPresent()) {
        return lines.stream()
            .filter(it -> it.name().equals(witness.name()) && it.keyId() == witness.id())
            .toList();
      }
    } catch (Refused e) {
      throw new IOException("the witness " + witness.name() + " answers: " + e.place(), e);
    }
    throw new IOException("the witness " + witness.name() + " cosigned with another key");
  }

  private long size(String body) throws IOException {
    try {
      return Long.parseUnsignedLong(body.strip());
    } catch (NumberFormatException e) {
      throw new IOException("the witness " + witness.name() + " answers 409 without a size", e);
    }
  }
}
