package vallarta.compact.commitment.matching;

import java.util.ArrayList;
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
import vallarta.compact.commitment.Means;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.language.Words;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Filters;
import vallarta.compact.web.part.Paging;

/// Needs and offers for everybody: what is not met yet, what is offered, and of each one what may
/// fit it and why.
@Controller
@OpenToAll
class MeansPages {

  private static final int PER_PAGE = 25;
  private static final int MOST_FITTING = 20;

  /// @param speaks whether the reader may speak for some commitment
  record All(
      Side side,
      Codebook book,
      Filters filters,
      Paging paging,
      List<Held> shown,
      boolean withMet,
      boolean speaks) {}

  /// What may fit, and why.
  ///
  /// @param agrees in words, what both agree in
  /// @param differs in words, what they do not agree in; may be empty
  record Proposal(Held held, String agrees, String differs) {}

  /// @param speaks whether the reader speaks for its commitment
  record One(Codebook book, Held held, List<Proposal> proposals, boolean speaks) {}

  private final Matches matches;
  private final MeansQuery query;
  private final Consultations consultations;

  MeansPages(Matches matches, MeansQuery query, Consultations consultations) {
    this.matches = matches;
    this.query = query;
    this.consultations = consultations;
  }

  @GetMapping("/{language}/needs")
  ModelAndView needs(
      Page page,
      Actor actor,
      @RequestParam Map<String, String> parameters,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    return list(page, actor, Side.NEED, parameters, number);
  }

  @GetMapping({"/{language}/needs.csv", "/{language}/needs.json", "/{language}/needs.xlsx"})
  ResponseEntity<byte[]> needs(@RequestParam Map<String, String> parameters, Format format) {
    return data(Side.NEED, parameters, format);
  }

  @GetMapping("/{language}/offers")
  ModelAndView offers(
      Page page,
      Actor actor,
      @RequestParam Map<String, String> parameters,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    return list(page, actor, Side.OFFER, parameters, number);
  }

  @GetMapping({"/{language}/offers.csv", "/{language}/offers.json", "/{language}/offers.xlsx"})
  ResponseEntity<byte[]> offers(@RequestParam Map<String, String> parameters, Format format) {
    return data(Side.OFFER, parameters, format);
  }

  @GetMapping("/{language}/needs/{ref}")
  ModelAndView need(Page page, Actor actor, @PathVariable String ref) {
    return one(page, actor, matches.means(Side.NEED, ref));
  }

  @GetMapping("/{language}/offers/{ref}")
  ModelAndView offer(Page page, Actor actor, @PathVariable String ref) {
    return one(page, actor, matches.means(Side.OFFER, ref));
  }

  private ModelAndView list(
      Page page, Actor actor, Side side, Map<String, String> parameters, int number) {
    MeansFilter filter = MeansFilter.of(parameters);
    Paging paging = Paging.of(number, PER_PAGE, query.count(side, filter));
    Codebook book = book(page);
    return page.named("commitment.matching." + side.tag() + ".title")
        .under("/commitments", page.words().t("commitment.title"))
        .data(Format.CSV, Format.JSON, Format.XLSX)
        .show(
            "commitment/matching/list",
            new All(
                side,
                book,
                new MeansFilters(page, book).of(filter),
                paging,
                matches.held(query.page(side, filter, paging.first() - 1, PER_PAGE)),
                !filter.openAlone(),
                actor.is(Side.SPEAKERS)));
  }

  private ResponseEntity<byte[]> data(Side side, Map<String, String> parameters, Format format) {
    MeansFilter filter = MeansFilter.of(parameters);
    return Download.of(format, MeansSheet.of(side, matches.held(query.all(side, filter))));
  }

  private ModelAndView one(Page page, Actor actor, Held held) {
    Codebook book = book(page);
    Side side = held.side();
    return page.named("commitment.matching." + side.tag() + ".of", "ref", held.means().ref())
        .under("/commitments", page.words().t("commitment.title"))
        .under(
            side == Side.NEED ? "/needs" : "/offers",
            page.words().t("commitment.matching." + side.tag() + ".title"))
        .show(
            "commitment/matching/means",
            new One(
                book,
                held,
                proposals(book, held),
                actor.isFor(held.of().owner().key(), Side.SPEAKERS)));
  }

  private List<Proposal> proposals(Codebook book, Held held) {
    List<MeansQuery.Fit> fits = query.fitting(held, MOST_FITTING);
    List<Held> found = matches.held(fits.stream().map(MeansQuery.Fit::place).toList());
    List<Proposal> proposals = new ArrayList<>();
    for (MeansQuery.Fit fit : fits) {
      found.stream()
          .filter(it -> it.means().id() == fit.place().means())
          .findFirst()
          .ifPresent(it -> proposals.add(proposal(book, held, it, fit)));
    }
    return proposals;
  }

  private static Proposal proposal(Codebook book, Held held, Held other, MeansQuery.Fit fit) {
    Words words = book.words();
    List<String> agrees = new ArrayList<>();
    List<String> differs = new ArrayList<>();
    Means kind = other.means();
    (fit.kind() ? agrees : differs)
        .add(
            words.t(
                "commitment.matching.kind",
                "kind",
                words.t("commitment.means." + kind.kind().tag())));
    (fit.region() ? agrees : differs)
        .add(
            words.t(
                "commitment.matching.region",
                "region",
                kind.region().isEmpty()
                    ? words.t("commitment.means.anywhere")
                    : book.region(kind.region())));
    List<String> themes =
        other.of().told().themes().stream()
            .filter(it -> !fit.theme() || held.of().told().themes().contains(it))
            .map(book::theme)
            .toList();
    if (!themes.isEmpty()) {
      (fit.theme() ? agrees : differs)
          .add(words.t("commitment.matching.theme", "list", words.list(themes)));
    }
    return new Proposal(other, words.list(agrees), words.list(differs));
  }

  private Codebook book(Page page) {
    return new Codebook(consultations.holdings().thesaurus(), page.words());
  }
}
