package vallarta.compact.commitment;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.commitment.framework.Framework;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Fragments;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Filters;
import vallarta.compact.web.part.Paging;

/// Commitments for everybody: the list, one of them with what others say of it as later stages
/// render it, and its versions.
@Controller
@OpenToAll
class CommitmentPages {

  private static final int PER_PAGE = 25;

  /// @param measurable how many of all can be measured
  /// @param writes whether the reader may write one
  record All(
      Codebook book,
      Filters filters,
      Paging paging,
      List<Commitment> shown,
      CommitmentQuery.Measurable measurable,
      boolean writes,
      Content board,
      Content ways) {}

  /// What later stages render of a commitment, each at an address of its own.
  record Parts(
      Content standing,
      Content matches,
      Content voices,
      Content duties,
      Content thread,
      Content history) {}

  /// @param asked for whom the reader can answer
  record One(
      Codebook book,
      Framework framework,
      Commitment it,
      List<TranslationTable.Translation> translations,
      int versions,
      List<Commitment.Actor> asked,
      boolean writes,
      boolean binds,
      Parts parts) {}

  private final Commitments commitments;
  private final Drafts drafts;
  private final CommitmentTable table;
  private final CommitmentQuery query;
  private final VersionTable versions;
  private final TranslationTable translations;
  private final Consultations consultations;
  private final Framework framework;
  private final Fragments fragments;

  CommitmentPages(
      Commitments commitments,
      Drafts drafts,
      CommitmentTable table,
      CommitmentQuery query,
      VersionTable versions,
      TranslationTable translations,
      Consultations consultations,
      Framework framework,
      Fragments fragments) {
    this.commitments = commitments;
    this.drafts = drafts;
    this.table = table;
    this.query = query;
    this.versions = versions;
    this.translations = translations;
    this.consultations = consultations;
    this.framework = framework;
    this.fragments = fragments;
  }

  @GetMapping("/{language}/commitments")
  ModelAndView commitments(
      Page page,
      Actor actor,
      @RequestParam Map<String, String> parameters,
      @RequestParam(name = "page", defaultValue = "1") int number,
      HttpServletRequest request,
      HttpServletResponse response) {
    CommitmentFilter filter = CommitmentFilter.of(parameters);
    Paging paging = Paging.of(number, PER_PAGE, query.count(filter));
    Codebook book = book(page);
    return page.named("commitment.title")
        .data(Format.CSV, Format.JSON, Format.XLSX)
        .show(
            "commitment/commitments",
            new All(
                book,
                new CommitmentFilters(page, book, framework).of(filter),
                paging,
                table.list(query.page(filter, paging.first() - 1, PER_PAGE)),
                query.measurable(),
                actor.is(Hands.WRITE),
                fragments.at(request, response, page.link("/commitments/board")),
                fragments.at(request, response, page.link("/commitments/ways"))));
  }

  @GetMapping("/{language}/commitments/{ref}")
  ModelAndView commitment(
      Page page,
      Actor actor,
      @PathVariable String ref,
      HttpServletRequest request,
      HttpServletResponse response) {
    Commitment it = drafts.get(ref);
    if (!Hands.sees(actor, it)) {
      throw Commitments.missing(ref);
    }
    String here = page.link("/commitments/" + ref);
    return page.titled(it.told().title())
        .under("/commitments", page.words().t("commitment.title"))
        .data(Format.CSV, Format.JSON)
        .wide()
        .show(
            "commitment/commitment",
            new One(
                book(page),
                framework,
                it,
                translations.of(it.id()),
                versions.count(it.id()),
                Hands.asked(actor, it),
                Hands.writes(actor, it),
                Hands.binds(actor, it),
                new Parts(
                    fragments.at(request, response, here + "/standing"),
                    fragments.at(request, response, here + "/matches"),
                    fragments.at(request, response, here + "/voices"),
                    fragments.at(request, response, here + "/duties"),
                    fragments.at(request, response, page.link("/thread/" + ref)),
                    fragments.at(
                        request, response, page.link("/record/objects/%s/line".formatted(ref))))));
  }

  @GetMapping({"/{language}/commitments/{ref}.csv", "/{language}/commitments/{ref}.json"})
  ResponseEntity<byte[]> commitment(Page page, @PathVariable String ref, Format format) {
    return Download.of(format, CommitmentSheet.of(ref, List.of(commitments.get(ref))));
  }

  @GetMapping({
    "/{language}/commitments.csv",
    "/{language}/commitments.json",
    "/{language}/commitments.xlsx"
  })
  ResponseEntity<byte[]> commitments(
      Page page, @RequestParam Map<String, String> parameters, Format format) {
    List<Long> ids = query.all(CommitmentFilter.of(parameters));
    return Download.of(format, CommitmentSheet.of("commitments", table.list(ids)));
  }

  private Codebook book(Page page) {
    return new Codebook(consultations.holdings().thesaurus(), page.words());
  }
}
