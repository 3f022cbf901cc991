package vallarta.compact.commitment.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.web.Field;
import vallarta.compact.web.Page;

/// What a commitment is tied to, as a part of its page: offers that meet its needs, needs that its
/// offers meet, and other commitments; and where the links between commitments are asked for,
/// answered and ended.
@Controller
class LinkPages {

  /// A link as it reads on the page of one of both commitments.
  ///
  /// @param forward whether the page is of the commitment that names the other
  record Tie(Link link, Commitment other, boolean forward) {

    /// The key of the words for it.
    String key() {
      String kind = link.kind().tag();
      return "commitment.link." + (forward ? kind : kind + "-back");
    }
  }

  /// @param pairs matches that the reader may see
  /// @param means those of the commitment that others may fit
  /// @param speaks whether the reader speaks for the commitment
  record Ties(
      Codebook book,
      Commitment it,
      List<Held> means,
      List<Pair> pairs,
      List<Tie> ties,
      boolean speaks) {}

  private final Links links;
  private final Matches matches;
  private final Commitments commitments;
  private final Consultations consultations;

  LinkPages(Links links, Matches matches, Commitments commitments, Consultations consultations) {
    this.links = links;
    this.matches = matches;
    this.commitments = commitments;
    this.consultations = consultations;
  }

  /// Empty where there is nothing to tell.
  @OpenToAll
  @GetMapping("/{language}/commitments/{ref}/matches")
  ModelAndView ofCommitment(Page page, Actor actor, @PathVariable String ref) {
    Optional<Commitment> found = commitments.find(ref);
    return page.show("commitment/matching/ofcommitment", found.map(it -> ties(page, actor, it)));
  }

  @OpenTo({Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR})
  @PostMapping("/{language}/commitments/{ref}/links")
  ModelAndView ask(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String other,
      @RequestParam(defaultValue = "") String kind) {
    Commitment of = owned(actor, ref);
    links.ask(
        of,
        other.strip(),
        Field.oneOf(List.of(Link.Kind.values()), Link.Kind::tag, kind),
        actor.account());
    return to(page, of);
  }

  @OpenTo({Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR})
  @PostMapping("/{language}/commitments/{ref}/links/{link}/answer")
  ModelAndView answer(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @PathVariable String link,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String reason) {
    Commitment of = owned(actor, ref);
    Link it = links.get(of, link);
    if (it.other() != of.id()) {
      throw Matches.missing(link);
    }
    if (answer.equals("confirm")) {
      links.confirm(it, actor.account());
    } else {
      links.decline(it, reason, actor.account());
    }
    return to(page, of);
  }

  @OpenTo({Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR})
  @PostMapping("/{language}/commitments/{ref}/links/{link}/end")
  ModelAndView end(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @PathVariable String link,
      @RequestParam(defaultValue = "") String reason) {
    Commitment of = owned(actor, ref);
    links.end(links.get(of, link), reason, actor.account());
    return to(page, of);
  }

  private Commitment owned(Actor actor, String ref) {
    Commitment of = commitments.get(ref);
    actor.mustBeFor(of.owner().key(), Side.SPEAKERS);
    return of;
  }

  private Ties ties(Page page, Actor actor, Commitment it) {
    boolean speaks = actor.isFor(it.owner().key(), Side.SPEAKERS);
    List<Tie> ties = new ArrayList<>();
    for (Link link : links.of(it.id())) {
      boolean forward = link.commitment() == it.id();
      commitments
          .find("CM-" + (forward ? link.other() : link.commitment()))
          .filter(
              other -> link.isPublic() || speaks || actor.isFor(other.owner().key(), Side.SPEAKERS))
          .ifPresent(other -> ties.add(new Tie(link, other, forward)));
    }
    List<Held> means =
        matches.held(
            it.told().means().stream()
                .map(each -> new MeansQuery.Place(it.id(), each.id()))
                .toList());
    return new Ties(
        new Codebook(consultations.holdings().thesaurus(), page.words()),
        it,
        it.state() == Commitment.State.PUBLISHED ? means : List.of(),
        matches.of(it.id()).stream().filter(pair -> pair.isSeenBy(actor)).toList(),
        ties,
        speaks && it.state() == Commitment.State.PUBLISHED);
  }

  private static ModelAndView to(Page page, Commitment of) {
    return new ModelAndView("redirect:" + page.link("/commitments/" + of.ref()) + "#links");
  }
}
