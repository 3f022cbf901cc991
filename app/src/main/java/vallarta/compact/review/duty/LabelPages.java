package vallarta.compact.review.duty;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.ResponseEntity;
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
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Fragments;
import vallarta.compact.web.Page;

/// A label on an overdue report: for everybody to read, for the actor to contest, and for the
/// secretariat to withdraw or uphold.
@Controller
class LabelPages {

  static final List<String> HEADERS =
      List.of(
          "id",
          "duty",
          "commitment",
          "stakeholder",
          "due",
          "state",
          "raised_at",
          "contested_at",
          "contested_reason",
          "decided_at",
          "decided_reason");

  private static final Role[] CONTEST = {
    Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR
  };

  /// @param actor what the one is called who owes the report
  record One(
      Label it,
      Commitment commitment,
      String actor,
      boolean contests,
      boolean decides,
      Content history) {}

  private final Labels labels;
  private final Commitments commitments;
  private final Stakeholders stakeholders;
  private final Fragments fragments;

  LabelPages(
      Labels labels, Commitments commitments, Stakeholders stakeholders, Fragments fragments) {
    this.labels = labels;
    this.commitments = commitments;
    this.stakeholders = stakeholders;
    this.fragments = fragments;
  }

  @OpenToAll
  @GetMapping("/{language}/labels/{ref}")
  ModelAndView label(
      Page page,
      Actor actor,
      @PathVariable String ref,
      HttpServletRequest request,
      HttpServletResponse response) {
    Label it = labels.get(ref);
    Commitment commitment = commitments.get(it.duty().commitmentRef());
    boolean open = it.stands() && it.decidedAt() == null;
    return page.named("review.duty.label.title", "ref", ref)
        .under("/commitments", page.words().t("commitment.title"))
        .under("/commitments/" + commitment.ref(), commitment.ref())
        .data(Format.CSV, Format.JSON)
        .show(
            "review/duty/label",
            new One(
                it,
                commitment,
                stakeholders
                    .find(it.duty().stakeholder())
                    .map(of -> Codebook.voice(of, page.words()))
                    .orElse(it.duty().stakeholder()),
                open && it.contestedAt() == null && actor.isFor(it.duty().stakeholder(), CONTEST),
                open && actor.is(Role.SECRETARIAT),
                fragments.at(
                    request, response, page.link("/record/objects/%s/line".formatted(ref)))));
  }

  @OpenToAll
  @GetMapping({"/{language}/labels/{ref}.csv", "/{language}/labels/{ref}.json"})
  ResponseEntity<byte[]> label(Page page, @PathVariable String ref, Format format) {
    Label it = labels.get(ref);
    return Download.of(
        format,
        new Sheet(
            ref,
            HEADERS,
            List.of(
                List.of(
                    ref,
                    it.duty().ref(),
                    it.duty().commitmentRef(),
                    it.duty().stakeholder(),
                    it.duty().due().toString(),
                    it.state().tag(),
                    it.raisedAt().toString(),
                    it.contestedAt() == null ? "" : it.contestedAt().toString(),
                    it.contestedReason(),
                    it.decidedAt() == null ? "" : it.decidedAt().toString(),
                    it.decidedReason()))));
  }

  @OpenTo({Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR})
  @PostMapping("/{language}/labels/{ref}/contest")
  ModelAndView contest(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String reason) {
    Label it = labels.get(ref);
    actor.mustBeFor(it.duty().stakeholder(), CONTEST);
    return to(page, labels.contest(it, reason));
  }

  /// @param decision `withdraw` or `uphold`
  @OpenTo(Role.SECRETARIAT)
  @PostMapping("/{language}/labels/{ref}/decide")
  ModelAndView decide(
      Page page,
      @PathVariable String ref,
      @RequestParam String decision,
      @RequestParam(defaultValue = "") String reason) {
    return to(page, labels.decide(labels.get(ref), decision.equals("withdraw"), reason));
  }

  private static ModelAndView to(Page page, Label it) {
    return new ModelAndView("redirect:" + page.link("/labels/" + it.ref()));
  }
}
