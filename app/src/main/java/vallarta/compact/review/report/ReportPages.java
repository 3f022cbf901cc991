package vallarta.compact.review.report;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import vallarta.compact.store.Blobs;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Fragments;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Fault;
import vallarta.compact.web.part.Filters;
import vallarta.compact.web.part.Paging;

/// Reports for everybody: the list, one of them with its evidence and versions, and those on a
/// commitment as a part of its page.
@Controller
@OpenToAll
class ReportPages {

  private static final int PER_PAGE = 25;

  /// A report with what it is on and whose it is.
  record Item(Report it, Commitment commitment, Stakeholder actor, List<Evidence> evidence) {}

  record All(Codebook book, Filters filters, Paging paging, List<Item> shown) {}

  /// @param missing what is missing before others can stand by it
  /// @param fields what was typed of evidence that could not be taken
  /// @param history how it stands in the public record, or nothing for a draft
  record One(
      Codebook book,
      Item item,
      int versions,
      List<Fault> missing,
      boolean writes,
      boolean validates,
      boolean binds,
      boolean corrects,
      Map<String, String> fields,
      List<Fault> faults,
      Content history,
      Content thread) {

    String field(String name) {
      return fields.getOrDefault(name, "");
    }
  }

  /// @param steps the newest first
  record Versions(Report it, List<Step> steps) {}

  /// @param changes against the version before, empty for the first
  record Step(ReportVersions.Version version, List<AnswersChange> changes) {}

  record OfCommitment(Codebook book, List<Item> items) {}

  private final Reports reports;
  private final ReportTable table;
  private final EvidenceTable evidence;
  private final ReportVersions versions;
  private final ReportHands hands;
  private final Commitments commitments;
  private final Stakeholders stakeholders;
  private final Consultations consultations;
  private final Blobs blobs;
  private final Fragments fragments;

  ReportPages(
      Reports reports,
      ReportTable table,
      EvidenceTable evidence,
      ReportVersions versions,
      ReportHands hands,
      Commitments commitments,
      Stakeholders stakeholders,
      Consultations consultations,
      Blobs blobs,
      Fragments fragments) {
    this.reports = reports;
    this.table = table;
    this.evidence = evidence;
    this.versions = versions;
    this.hands = hands;
    this.commitments = commitments;
    this.stakeholders = stakeholders;
    this.consultations = consultations;
    this.blobs = blobs;
    this.fragments = fragments;
  }

  @GetMapping("/{language}/reports")
  ModelAndView reports(
      Page page,
      @RequestParam Map<String, String> parameters,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    ReportFilter filter = ReportFilter.of(parameters);
    Paging paging = Paging.of(number, PER_PAGE, table.count(filter));
    Codebook book = book(page);
    return page.named("review.report.title")
        .data(Format.CSV, Format.JSON, Format.XLSX)
        .show(
            "review/report/reports",
            new All(
                book,
                new ReportFilters(page, book, stakeholders.list()).of(filter),
                paging,
                items(table.list(table.page(filter, paging.first() - 1, PER_PAGE)))));
  }

  @GetMapping({"/{language}/reports.csv", "/{language}/reports.json", "/{language}/reports.xlsx"})
  ResponseEntity<byte[]> reports(
      Page page, @RequestParam Map<String, String> parameters, Format format) {
    ReportFilter filter = ReportFilter.of(parameters);
    return Download.of(
        format,
        ReportSheet.of("reports", items(table.list(table.page(filter, 0, Integer.MAX_VALUE)))));
  }

  @GetMapping("/{language}/reports/{ref}")
  ModelAndView report(
      Page page,
      Actor actor,
      @PathVariable String ref,
      HttpServletRequest request,
      HttpServletResponse response) {
    Report it = visible(actor, ref);
    return show(
        page,
        actor,
        it,
        Map.of(),
        List.of(),
        fragments.at(request, response, page.link("/record/objects/%s/line".formatted(ref))),
        fragments.at(request, response, page.link("/thread/" + ref)));
  }

  /// The page again, with what is wrong with the evidence that was sent.
  ModelAndView show(
      Page page, Actor actor, Report it, Map<String, String> fields, List<Fault> faults) {
    return show(page, actor, it, fields, faults, output -> {}, output -> {});
  }

  private ModelAndView show(
      Page page,
      Actor actor,
      Report it,
      Map<String, String> fields,
      List<Fault> faults,
      Content history,
      Content thread) {
    Item item = items(List.of(it)).getFirst();
    String title =
        page.words().t("review.report.title-of", "ref", it.ref(), "commitment", it.commitmentRef());
    return page.titled(
            faults.isEmpty() ? title : page.words().t("web.form.error-title", "title", title))
        .under("/reports", page.words().t("review.report.title"))
        .at("/reports/" + it.ref())
        .data(Format.CSV, Format.JSON)
        .show(
            "review/report/report",
            new One(
                book(page),
                item,
                versions.of(it.id()).size(),
                it.isOpen() ? reports.faults(it) : List.of(),
                ReportHands.writes(actor, it),
                hands.validates(actor, it),
                ReportHands.binds(actor, it),
                ReportHands.corrects(actor, it),
                fields,
                faults,
                history,
                thread));
  }

  @GetMapping({"/{language}/reports/{ref}.csv", "/{language}/reports/{ref}.json"})
  ResponseEntity<byte[]> report(Page page, Actor actor, @PathVariable String ref, Format format) {
    return Download.of(format, ReportSheet.of(ref, items(List.of(visible(actor, ref)))));
  }

  @GetMapping("/{language}/reports/{ref}/versions")
  ModelAndView versions(Page page, @PathVariable String ref) {
    Report it = visible(Actor.NOBODY, ref);
    return page.named("review.report.versions.title", "ref", ref)
        .under("/reports", page.words().t("review.report.title"))
        .under("/reports/" + ref, ref)
        .data(Format.CSV, Format.JSON)
        .show("review/report/versions", new Versions(it, steps(it)));
  }

  @GetMapping({"/{language}/reports/{ref}/versions.csv", "/{language}/reports/{ref}/versions.json"})
  ResponseEntity<byte[]> versions(Page page, @PathVariable String ref, Format format) {
    return Download.of(format, ReportSheet.versions(ref, steps(visible(Actor.NOBODY, ref))));
  }

  /// A file of evidence, to save: never shown by this site.
  @GetMapping("/{language}/reports/{ref}/evidence/{id}")
  ResponseEntity<byte[]> file(
      Page page, Actor actor, @PathVariable String ref, @PathVariable long id) throws IOException {
    Report it = visible(actor, ref);
    Evidence found =
        evidence.find(it.ref(), id).filter(Evidence::file).orElseThrow(() -> Refusal.none(ref));
    Path path = blobs.find(found.sha256()).orElseThrow(() -> Refusal.none(ref));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(fileName(it, found), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(Files.readAllBytes(path));
  }

  /// What the actors of a commitment reported, as a part of its page.
  @GetMapping("/{language}/commitments/{ref}/reports")
  ModelAndView ofCommitment(Page page, @PathVariable String ref) {
    List<Report> all =
        commitments.find(ref).map(it -> table.ofCommitment(it.id())).orElse(List.of());
    return page.show("review/report/ofcommitment", new OfCommitment(book(page), items(all)));
  }

  private List<Step> steps(Report it) {
    List<ReportVersions.Version> newestFirst = versions.of(it.id());
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < newestFirst.size(); i++) {
      boolean first = i + 1 == newestFirst.size();
      steps.add(
          new Step(
              newestFirst.get(i),
              first
                  ? List.of()
                  : AnswersChange.between(
                      newestFirst.get(i + 1).told(), newestFirst.get(i).told())));
    }
    return steps;
  }

  private static String fileName(Report it, Evidence found) {
    String ending =
        Map.of(
                "application/pdf", ".pdf",
                "image/png", ".png",
                "image/jpeg", ".jpg",
                "text/csv", ".csv",
                "text/plain", ".txt",
                "application/vnd.oasis.opendocument.text", ".odt",
                "application/vnd.oasis.opendocument.spreadsheet", ".ods",
                "application/vnd.oasis.opendocument.presentation", ".odp")
            .getOrDefault(found.mediaType(), "");
    List<String> office =
        Arrays.asList(
            "wordprocessingml.document .docx",
            "spreadsheetml.sheet .xlsx",
            "presentationml.presentation .pptx");
    for (String pair : office) {
      String[] kind = pair.split(" ");
      if (found.mediaType().endsWith(kind[0])) {
        ending = kind[1];
      }
    }
    return "%s-evidence-%d%s".formatted(it.ref(), found.id(), ending);
  }

  private Report visible(Actor actor, String ref) {
    Report it = reports.get(ref);
    if (!ReportHands.sees(actor, it)) {
      throw Refusal.none(ref);
    }
    return it;
  }

  private List<Item> items(List<Report> some) {
    Map<Long, Commitment> promised =
        commitments.list(some.stream().map(Report::commitment).distinct().toList()).stream()
            .collect(Collectors.toMap(Commitment::id, Function.identity()));
    Map<String, Stakeholder> known = stakeholders.list();
    Map<String, List<Evidence>> found = evidence.of(some.stream().map(Report::ref).toList());
    List<Item> items = new ArrayList<>();
    for (Report it : some) {
      Commitment commitment = promised.get(it.commitment());
      Stakeholder actor = known.get(it.stakeholder());
      if (commitment != null && actor != null) {
        items.add(new Item(it, commitment, actor, found.getOrDefault(it.ref(), List.of())));
      }
    }
    return items;
  }

  private Codebook book(Page page) {
    return new Codebook(consultations.holdings().thesaurus(), page.words());
  }
}
