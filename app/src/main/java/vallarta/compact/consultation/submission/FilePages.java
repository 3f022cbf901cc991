package vallarta.compact.consultation.submission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.Allowance;
import vallarta.compact.access.Limits;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Fault;

/// Where a submission gets its file: uploaded, or pasted as text, and read at once.
@Controller
@OpenTo(
    value = {
      Role.MAIN_FOCAL_POINT,
      Role.ALTERNATE_FOCAL_POINT,
      Role.VALIDATING_FOCAL_POINT,
      Role.DELEGATE,
      Role.CONTRIBUTOR
    },
    unseen = true)
class FilePages {

  /// The most characters that are pasted: longer ones are handed in as a file.
  static final int LONGEST_PASTE = 500_000;

  private static final String PASTED = "text.txt";

  /// @param seen version of the submission when the reader began
  /// @param text what was pasted and not taken
  /// @param wrong why it was not taken, empty when nothing was sent yet
  record Form(Dossier dossier, int seen, String text, Optional<Fault> wrong) {}

  /// @param theirs with the file that it has now
  /// @param mine the file that was not put in place, kept for a while
  record Both(Dossier theirs, SubmittedFile mine) {}

  private final Submissions submissions;
  private final Dossiers dossiers;
  private final SubmittedFiles files;
  private final FileCheck check;
  private final Limits limits;

  FilePages(
      Submissions submissions,
      Dossiers dossiers,
      SubmittedFiles files,
      FileCheck check,
      Limits limits) {
    this.submissions = submissions;
    this.dossiers = dossiers;
    this.files = files;
    this.check = check;
    this.limits = limits;
  }

  @GetMapping("/{language}/submissions/{ref}/file")
  ModelAndView form(Page page, Actor actor, @PathVariable String ref) {
    Dossier it = owned(actor, ref);
    return show(page, new Form(it, it.it().version(), "", Optional.empty()));
  }

  /// Takes a file, or a text in its place.
  ///
  /// @param kept hash of a file that was sent before and kept for a while
  @PostMapping("/{language}/submissions/{ref}/file")
  ModelAndView receive(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") int seen,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String kept,
      @RequestParam(defaultValue = "") String name)
      throws IOException {
    Dossier before = owned(actor, ref);
    Submission it = before.it();
    mayTry(actor);
    MultipartFile sent = file == null || file.isEmpty() ? null : file;
    Path folder = Files.createTempDirectory("vallarta-submission");
    Path received = folder.resolve("upload");
    try {
      if (!kept.isEmpty()) {
        Path known = kept(it, kept);
        return put(page, it, seen, known, check.look(known, name, it), actor);
      }
      String called = PASTED;
      if (sent == null) {
        Files.writeString(received, paste(text), StandardCharsets.UTF_8);
      } else {
        sent.transferTo(received);
        called = Optional.ofNullable(sent.getOriginalFilename()).orElse("file");
      }
      return put(page, it, seen, received, check.look(received, called, it), actor);
    } catch (DomainFailure failure) {
      ModelAndView again =
          show(
              page,
              new Form(
                  before,
                  seen,
                  text,
                  Optional.of(
                      Fault.of(sent == null && !text.isBlank() ? "text" : "file", failure))));
      again.setStatus(failure.status());
      return again;
    } finally {
      Files.deleteIfExists(received);
      Files.deleteIfExists(folder);
    }
  }

  private ModelAndView put(
      Page page, Submission it, int seen, Path path, SubmittedFile file, Actor actor) {
    try {
      submissions.put(it.id(), seen, path, file, actor.account());
      return new ModelAndView("redirect:" + page.link("/submissions/" + it.ref()) + "#file");
    } catch (Conflict conflict) {
      ModelAndView both =
          DraftPages.below(page)
              .under("/submissions/" + it.ref(), it.ref())
              .named("consultation.submission.conflict", "ref", it.ref())
              .wide()
              .show("consultation/submission/fileconflict", new Both(dossiers.get(it.ref()), file));
      both.setStatus(HttpStatus.PRECONDITION_FAILED);
      return both;
    }
  }

  private Path kept(Submission it, String sha256) {
    return Optional.of(sha256)
        .filter(hash -> hash.matches("[0-9a-f]{64}"))
        .flatMap(hash -> files.find(it.id(), hash))
        .orElseThrow(FileCheck::gone);
  }

  /// The text as its file holds it, with line feeds as they are counted everywhere.
  private static String paste(String text) {
    if (text.isBlank()) {
      throw Refusals.unprocessable("CONS-029", "nothing", Map.of());
    }
    if (text.length() > LONGEST_PASTE) {
      throw Refusals.of(
          "CONS-032",
          "paste",
          Map.of("count", text.length(), "most", LONGEST_PASTE),
          HttpStatus.CONTENT_TOO_LARGE);
    }
    return text.replace("\r\n", "\n").replace('\r', '\n').replace('\0', ' ').strip() + "\n";
  }

  private void mayTry(Actor actor) {
    Duration wait = limits.take(Allowance.UPLOAD, "account " + actor.account());
    if (!wait.isZero()) {
      throw Refusals.tooOften(wait.toMinutes() + 1);
    }
  }

  private static ModelAndView show(Page page, Form form) {
    String title = page.words().t("consultation.submission.file.title");
    String ref = form.dossier().it().ref();
    return DraftPages.below(page)
        .under("/submissions/" + ref, ref)
        .titled(
            form.wrong().isEmpty() ? title : page.words().t("web.form.error-title", "title", title))
        .show("consultation/submission/file", form);
  }

  private Dossier owned(Actor actor, String ref) {
    Dossier it = dossiers.get(actor, ref);
    actor.mustBeFor(it.it().owner(), Submitters.ROLES);
    if (!it.it().state().isOpen()) {
      throw Refusals.state(it.it());
    }
    return it;
  }
}
