package vallarta.compact.consultation.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vallarta.compact.consultation.Imports;
import vallarta.compact.consultation.Input;
import vallarta.compact.consultation.InputId;
import vallarta.compact.consultation.reading.FileNames;
import vallarta.compact.consultation.reading.ReadingStatus;
import vallarta.compact.store.Sha256;
import vallarta.compact.web.DomainFailure;

/// Reads what somebody wants to hand in, in a process apart, and tells at once what was read or why
/// it cannot be taken.
@Component
class FileCheck {

  /// What can be kept though nothing, or not all, was read of it: a scan is a document too.
  private static final Set<ReadingStatus> TAKEN =
      EnumSet.of(
          ReadingStatus.READ,
          ReadingStatus.IMAGES_ONLY,
          ReadingStatus.TOO_SLOW,
          ReadingStatus.OUT_OF_MEMORY);

  /// Each reading has a process of its own, and everybody comes in the last hour.
  private static final int AT_ONCE = 2;

  private final Imports imports;
  private final SubmissionTable table;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  FileCheck(Imports imports, SubmissionTable table) {
    this.imports = imports;
    this.table = table;
  }

  /// What a file is, that is to be the file of that submission.
  ///
  /// @param name as its sender calls it
  /// @throws DomainFailure when it cannot be taken
  SubmittedFile look(Path file, String name, Submission of) throws IOException {
    String safe = FileNames.safe(name);
    if (safe.toLowerCase(Locale.ROOT).endsWith(".csv")) {
      throw Refusals.unprocessable("CONS-031", "table", Map.of());
    }
    String sha256 = Sha256.of(file);
    mustBeNew(of, sha256);
    Imports.Look look = read(file, safe);
    Input input = look.input();
    if (!TAKEN.contains(input.status())) {
      throw Refusals.unprocessable("CONS-030", "file." + input.status().tag(), Map.of());
    }
    return new SubmittedFile(
        safe,
        sha256,
        Files.size(file),
        input.mediaType(),
        input.status(),
        input.detail(),
        input.pages(),
        input.languageTag(),
        look.statements());
  }

  /// @throws DomainFailure when the same bytes are an input, or another submission of the same
  ///   owner
  void mustBeNew(Submission of, String sha256) {
    Optional<InputId> input = imports.find(sha256);
    if (input.isPresent()) {
      throw Refusals.input(input.get().toString());
    }
    table
        .findTwin(of.owner(), sha256, of.id())
        .ifPresent(twin -> {
          throw Refusals.own(twin.ref());
        });
  }

  /// The language is found, not declared, so that a wrong declaration shows.
  private Imports.Look read(Path file, String name) throws IOException {
    try {
      turns.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the reading was stopped");
    }
    try {
      return imports.look(file, name);
    } finally {
      turns.release();
    }
  }

  /// What was kept a while ago is here no longer.
  static DomainFailure gone() {
    return Refusals.of("CONS-035", "gone", Map.of(), HttpStatus.GONE);
  }
}
