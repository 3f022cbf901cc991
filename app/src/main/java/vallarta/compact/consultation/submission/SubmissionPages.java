package vallarta.compact.consultation.submission;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.Role;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Fragments;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Fault;
import vallarta.compact.web.part.Filters;
import vallarta.compact.web.part.Paging;

/// Submissions of which everybody knows that they came, and one of them: to its owner, to those who
/// sign it and to the secretariat with all that it holds.
@Controller
@OpenToAll
class SubmissionPages {

  private static final int PER_PAGE = 25;

  /// @param submits whether the reader speaks for somebody
  /// @param decides whether the reader is of the secretariat
  record All(
      Codebook book,
      Filters filters,
      Paging paging,
      List<Dossier> shown,
      boolean submits,
      boolean decides) {}

  /// @param owns whether the reader speaks for its owner
  /// @param signs whether the reader speaks for one that is asked to sign it
  /// @param decides whether the reader is of the secretariat, to which it was handed in
  /// @param lacking what is missing before it can be handed in
  /// @param history what the public record says of it
  /// @param thread what came of it, and how somebody hears of that, as a later stage tells it
  record One(
      Codebook book,
      Dossier dossier,
      Instant now,
      boolean owns,
      boolean signs,
      boolean decides,
      List<Fault> lacking,
      Content history,
      Content thread) {

    boolean inside() {
      return owns || signs || decides;
    }
  }

  private final Dossiers dossiers;
  private final Submissions submissions;
  private final SubmittedFiles files;
  private final Consultations consultations;
  private final Fragments fragments;
  private final Clock clock;

  SubmissionPages(
      Dossiers dossiers,
      Submissions submissions,
      SubmittedFiles files,
      Consultations consultations,
      Fragments fragments,
      Clock clock) {
    this.dossiers = dossiers;
    this.submissions = submissions;
    this.files = files;
    this.consultations = consultations;
    this.fragments = fragments;
    this.clock = clock;
  }

  @GetMapping("/{language}/submissions")
  ModelAndView submissions(
      Page page, Actor actor, @RequestParam(name = "page", defaultValue = "1") int number) {
    Codebook book = new Codebook(consultations.holdings().thesaurus(), page.words());
    SubmissionFilter filter = new SubmissionFilter(page);
    List<Dossier> known = dossiers.known();
    List<Dossier> found = filter.of(known);
    Paging paging = Paging.of(number, PER_PAGE, found.size());
    return page.named("consultation.submissions.title")
        .under("/consultations", page.words().t("consultation.consultations.title"))
        .data(Format.CSV, Format.JSON)
        .wide()
        .show(
            "consultation/submission/list",
            new All(
                book,
                filter.fields(known),
                paging,
                paging.of(found),
                actor.is(Submitters.ROLES),
                actor.is(Role.SECRETARIAT)));
  }

  @GetMapping({"/{language}/submissions.csv", "/{language}/submissions.json"})
  ResponseEntity<byte[]> submissions(Page page, Format format) {
    return Download.of(
        format, SubmissionSheet.of("submissions", new SubmissionFilter(page).of(dossiers.known())));
  }

  @GetMapping("/{language}/submissions/{ref}")
  ModelAndView submission(
      Page page,
      Actor actor,
      @PathVariable String ref,
      HttpServletRequest request,
      HttpServletResponse response) {
    Dossier dossier = dossiers.get(actor, ref);
    Submission it = dossier.it();
    One view =
        new One(
            new Codebook(consultations.holdings().thesaurus(), page.words()),
            dossier,
            clock.instant(),
            Submitters.owns(actor, it),
            Submitters.signs(actor, it),
            Submitters.decides(actor, it),
            submissions.lacking(it, dossier.consultation()),
            fragments.at(
                request, response, page.link("/record/objects/%s/line".formatted(it.ref()))),
            fragments.at(request, response, page.link("/thread/" + it.ref())));
    String title =
        view.inside()
            ? it.told().title()
            : dossier
                .publicTitle()
                .orElseGet(() -> page.words().t("consultation.submission.title", "ref", it.ref()));
    Page shown =
        page.titled(title)
            .under("/consultations", page.words().t("consultation.consultations.title"))
            .under("/submissions", page.words().t("consultation.submissions.title"));
    return (it.recorded() ? shown.data(Format.CSV, Format.JSON) : shown)
        .show("consultation/submission/submission", view);
  }

  @GetMapping({"/{language}/submissions/{ref}.csv", "/{language}/submissions/{ref}.json"})
  ResponseEntity<byte[]> submission(Page page, @PathVariable String ref, Format format) {
    return Download.of(format, SubmissionSheet.of(ref, List.of(dossiers.get(Actor.NOBODY, ref))));
  }

  /// The file to those who see the submission: to be kept, never to be shown as a page of this
  /// site.
  @OpenTo({
    Role.SECRETARIAT,
    Role.MAIN_FOCAL_POINT,
    Role.ALTERNATE_FOCAL_POINT,
    Role.VALIDATING_FOCAL_POINT,
    Role.DELEGATE,
    Role.CONTRIBUTOR
  })
  @GetMapping("/{language}/submissions/{ref}/original")
  ResponseEntity<Resource> original(Page page, Actor actor, @PathVariable String ref) {
    Submission it = dossiers.get(actor, ref).it();
    SubmittedFile file = it.file();
    if (!Submitters.sees(actor, it)) {
      throw new AccessDeniedException("not for this reader");
    }
    if (file == null) {
      throw Refusals.noFile(it);
    }
    if (it.state() == Submission.State.PUBLISHED) {
      return ResponseEntity.status(302)
          .header(HttpHeaders.LOCATION, page.link("/inputs/%s/original".formatted(it.inputRef())))
          .build();
    }
    Path path = files.find(it.id(), file.sha256()).orElseThrow(() -> Refusals.noFile(it));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .body(new FileSystemResource(path));
  }
}
