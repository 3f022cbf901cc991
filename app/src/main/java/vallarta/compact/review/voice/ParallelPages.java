package vallarta.compact.review.voice;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.review.report.Evidence;
import vallarta.compact.review.report.EvidenceTable;
import vallarta.compact.review.voice.ParallelReport.Signer.Answer;
import vallarta.compact.review.voice.ParallelReport.State;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Fragments;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Difference;
import vallarta.compact.web.part.Paging;

/// Parallel reports for everybody: the list, and one of them with its evidence, its signers, how it
/// read before and what the actors answer.
@Controller
@OpenToAll
class ParallelPages {

  private static final int PER_PAGE = 25;

  record All(
      Codebook book, ParallelFilter filter, Paging paging, List<Voice> shown, boolean writes) {}

  /// A wording against the one before.
  ///
  /// @param title what changed in the title, empty for the first
  /// @param text what changed in the text, empty for the first
  record Step(
      ParallelTable.Version version, List<Difference.Run> title, List<Difference.Run> text) {}

  /// @param asked for whom the reader can sign
  /// @param others who can be asked to sign
  record One(
      Codebook book,
      Voice voice,
      Commitment commitment,
      Optional<Replies.Right> right,
      List<Step> steps,
      boolean owns,
      List<Voice.Hand> asked,
      List<Stakeholder> others,
      Content thread,
      Content history) {}

  private final ParallelReports reports;
  private final ParallelTable table;
  private final Signatories voices;
  private final Replies replies;
  private final EvidenceTable exhibits;
  private final ExhibitFiles files;
  private final Commitments commitments;
  private final Stakeholders stakeholders;
  private final Consultations consultations;
  private final Fragments fragments;

  ParallelPages(
      ParallelReports reports,
      ParallelTable table,
      Signatories voices,
      Replies replies,
      EvidenceTable exhibits,
      ExhibitFiles files,
      Commitments commitments,
      Stakeholders stakeholders,
      Consultations consultations,
      Fragments fragments) {
    this.reports = reports;
    this.table = table;
    this.voices = voices;
    this.replies = replies;
    this.exhibits = exhibits;
    this.files = files;
    this.commitments = commitments;
    this.stakeholders = stakeholders;
    this.consultations = consultations;
    this.fragments = fragments;
  }

  @GetMapping("/{language}/parallel-reports")
  ModelAndView list(
      Page page,
      Actor actor,
      @RequestParam Map<String, String> parameters,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    ParallelFilter filter = ParallelFilter.of(parameters);
    Paging paging = Paging.of(number, PER_PAGE, table.count(filter));
    return page.named("review.voice.title")
        .under("/commitments", page.words().t("commitment.title"))
        .data(Format.CSV, Format.JSON, Format.XLSX)
        .show(
            "review/voice/parallels",
            new All(
                book(page),
                filter,
                paging,
                voices.of(table.page(filter, paging.first() - 1, PER_PAGE)),
                actor.is(Signatories.WRITE)));
  }

  @GetMapping({
    "/{language}/parallel-reports.csv",
    "/{language}/parallel-reports.json",
    "/{language}/parallel-reports.xlsx"
  })
  ResponseEntity<byte[]> list(@RequestParam Map<String, String> parameters, Format format) {
    return Download.of(
        format,
        ParallelSheet.of(
            "parallel-reports",
            voices.of(table.page(ParallelFilter.of(parameters), 0, Integer.MAX_VALUE))));
  }

  @GetMapping("/{language}/parallel-reports/{ref}")
  ModelAndView one(
      Page page,
      Actor actor,
      @PathVariable String ref,
      HttpServletRequest request,
      HttpServletResponse response) {
    ParallelReport it = visible(actor, ref);
    Commitment of = commitments.get(it.commitmentRef());
    Codebook book = book(page);
    boolean owns = Signatories.owns(actor, it) && it.state() != State.WITHDRAWN;
    Voice voice = voices.of(it);
    return page.titled(it.told().title())
        .under("/commitments", page.words().t("commitment.title"))
        .under("/commitments/" + of.ref(), of.told().title(), of.told().language())
        .data(Format.CSV, Format.JSON)
        .show(
            "review/voice/parallel",
            new One(
                book,
                voice,
                of,
                Optional.ofNullable(it.publishedAt())
                    .map(at -> replies.of(of, it.ref(), at, actor)),
                steps(table.versions(it.id())),
                owns,
                it.state() == State.WITHDRAWN ? List.of() : asked(actor, voice),
                owns ? others(page, book, of, it) : List.of(),
                fragments.at(request, response, page.link("/thread/" + ref)),
                fragments.at(
                    request, response, page.link("/record/objects/%s/line".formatted(ref)))));
  }

  @GetMapping({"/{language}/parallel-reports/{ref}.csv", "/{language}/parallel-reports/{ref}.json"})
  ResponseEntity<byte[]> one(Actor actor, @PathVariable String ref, Format format) {
    return Download.of(format, ParallelSheet.of(ref, List.of(voices.of(visible(actor, ref)))));
  }

  /// A file of its evidence, to keep and not to open within this site.
  @GetMapping("/{language}/parallel-reports/{ref}/evidence/{id}")
  ResponseEntity<Resource> evidence(Actor actor, @PathVariable String ref, @PathVariable long id) {
    ParallelReport it = visible(actor, ref);
    Evidence exhibit =
        exhibits
            .find(it.ref(), id)
            .filter(Evidence::file)
            .orElseThrow(() -> Refusals.noExhibit(ref));
    Path file = files.find(exhibit.sha256()).orElseThrow(() -> Refusals.noExhibit(ref));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(exhibit.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(
                    "%s-evidence-%d%s".formatted(ref, id, ExhibitFiles.ending(exhibit.mediaType())))
                .build()
                .toString())
        .body(new FileSystemResource(file));
  }

  private ParallelReport visible(Actor actor, String ref) {
    ParallelReport it = reports.get(ref);
    if (!Signatories.sees(actor, it)) {
      throw Refusals.none(ref);
    }
    return it;
  }

  private static List<Voice.Hand> asked(Actor actor, Voice voice) {
    return voice.signers().stream()
        .filter(it -> actor.isFor(it.who().key(), Signatories.WRITE))
        .filter(it -> it.answer() != Answer.DECLINED || voice.it().isPublic())
        .toList();
  }

  private List<Stakeholder> others(Page page, Codebook book, Commitment of, ParallelReport it) {
    return stakeholders.list().values().stream()
        .filter(Stakeholder::isKnown)
        .filter(who -> !who.key().equals(it.owner()) && it.signer(who.key()).isEmpty())
        .filter(who -> !ParallelReports.isActor(of, who.key()))
        .sorted((a, b) -> page.words().order().compare(book.voice(a), book.voice(b)))
        .toList();
  }

  private static List<Step> steps(List<ParallelTable.Version> newestFirst) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < newestFirst.size(); i++) {
      ParallelTable.Version now = newestFirst.get(i);
      if (i + 1 == newestFirst.size()) {
        steps.add(new Step(now, List.of(), List.of()));
      } else {
        Testimony was = newestFirst.get(i + 1).told();
        String language = now.told().language();
        steps.add(
            new Step(
                now,
                Difference.between(was.title(), now.told().title(), language),
                Difference.between(
                    was.text() + "\n" + was.interest(),
                    now.told().text() + "\n" + now.told().interest(),
                    language)));
      }
    }
    return steps;
  }

  private Codebook book(Page page) {
    return new Codebook(consultations.holdings().thesaurus(), page.words());
  }
}
