package vallarta.compact.commitment.matching;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

/// Matches: those that both sides confirmed, for everybody; those that wait, for both sides alone;
/// and where they are asked, answered and ended.
@Controller
class MatchPages {

  record All(Codebook book, List<Pair> shown, boolean mine) {}

  /// @param waits whether the reader is asked to answer it
  /// @param ends whether the reader may end it or take it back
  record One(Codebook book, Pair pair, boolean waits, boolean ends, Content history) {}

  private final Matches matches;
  private final Consultations consultations;
  private final Fragments fragments;

  MatchPages(Matches matches, Consultations consultations, Fragments fragments) {
    this.matches = matches;
    this.consultations = consultations;
    this.fragments = fragments;
  }

  @OpenToAll
  @GetMapping("/{language}/matches")
  ModelAndView matches(Page page) {
    return page.named("commitment.matching.matches")
        .under("/commitments", page.words().t("commitment.title"))
        .data(Format.CSV, Format.JSON, Format.XLSX)
        .show("commitment/matching/matches", new All(book(page), matches.published(), false));
  }

  @OpenToAll
  @GetMapping({"/{language}/matches.csv", "/{language}/matches.json", "/{language}/matches.xlsx"})
  ResponseEntity<byte[]> matches(Format format) {
    return Download.of(format, MeansSheet.matches(matches.published()));
  }

  @OpenTo(
      value = {Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR},
      ofAny = true)
  @GetMapping("/{language}/matches/mine")
  ModelAndView mine(Page page, Actor actor) {
    return page.named("commitment.matching.mine")
        .under("/commitments", page.words().t("commitment.title"))
        .under("/matches", page.words().t("commitment.matching.matches"))
        .show(
            "commitment/matching/matches",
            new All(book(page), matches.asked(actor.of(Side.SPEAKERS)), true));
  }

  @OpenToAll
  @GetMapping("/{language}/matches/{ref}")
  ModelAndView match(
      Page page,
      Actor actor,
      @PathVariable String ref,
      HttpServletRequest request,
      HttpServletResponse response) {
    Pair pair = seen(actor, ref);
    return page.titled(ref)
        .under("/commitments", page.words().t("commitment.title"))
        .under("/matches", page.words().t("commitment.matching.matches"))
        .show(
            "commitment/matching/match",
            new One(
                book(page),
                pair,
                pair.waitsFor(actor),
                pair.endsBy(actor),
                fragments.at(
                    request, response, page.link("/record/objects/%s/line".formatted(ref)))));
  }

  /// @param other the offer whose side is asked
  @OpenTo({Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR})
  @PostMapping("/{language}/needs/{ref}/ask")
  ModelAndView askForNeed(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String other) {
    return ask(page, actor, matches.means(Side.NEED, ref), other);
  }

  /// @param other the need whose side is asked
  @OpenTo({Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR})
  @PostMapping("/{language}/offers/{ref}/ask")
  ModelAndView askForOffer(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String other) {
    return ask(page, actor, matches.means(Side.OFFER, ref), other);
  }

  private ModelAndView ask(Page page, Actor actor, Held own, String other) {
    actor.mustBeFor(own.of().owner().key(), Side.SPEAKERS);
    Held theirs = matches.means(own.side().other(), other.strip());
    return to(page, matches.ask(own, theirs, actor.account()));
  }

  @OpenTo(
      value = {Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR},
      unseen = true)
  @PostMapping("/{language}/matches/{ref}/answer")
  ModelAndView answer(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String reason) {
    Pair pair = seen(actor, ref);
    actor.mustBeFor(pair.of(pair.match().askedBy().other()).owner().key(), Side.SPEAKERS);
    return to(
        page,
        answer.equals("confirm")
            ? matches.confirm(pair.match(), actor.account())
            : matches.decline(pair.match(), reason, actor.account()));
  }

  @OpenTo(
      value = {Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR},
      unseen = true)
  @PostMapping("/{language}/matches/{ref}/end")
  ModelAndView end(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String reason) {
    Pair pair = seen(actor, ref);
    Side by =
        pair.sidesOf(actor).stream()
            .findFirst()
            .orElseThrow(() -> new AccessDeniedException("not of either side of " + ref));
    return to(page, matches.end(pair.match(), by, reason, actor.account()));
  }

  /// Nobody but both sides learns of one that is not confirmed.
  private Pair seen(Actor actor, String ref) {
    Pair pair = matches.get(ref);
    if (!pair.isSeenBy(actor)) {
      throw Matches.missing(ref);
    }
    return pair;
  }

  private Codebook book(Page page) {
    return new Codebook(consultations.holdings().thesaurus(), page.words());
  }

  private static ModelAndView to(Page page, Match it) {
    return new ModelAndView("redirect:" + page.link("/matches/" + it.ref()));
  }
}
