package vallarta.compact.stocktaking.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.stocktaking.Regrouping;
import vallarta.compact.stocktaking.Regroupings;
import vallarta.compact.stocktaking.StatementGroup;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Field;
import vallarta.compact.web.Page;

/// Where the secretariat splits and joins groups, takes that back, and notes who is behind a
/// campaign.
@Controller
@OpenTo(Role.SECRETARIAT)
class CampaignDecisions {

  private final Campaigns campaigns;
  private final Regroupings regroupings;
  private final Origins origins;

  CampaignDecisions(Campaigns campaigns, Regroupings regroupings, Origins origins) {
    this.campaigns = campaigns;
    this.regroupings = regroupings;
    this.origins = origins;
  }

  @PostMapping("/{language}/campaigns/{ref}/split")
  ModelAndView split(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") List<String> statement,
      @RequestParam(defaultValue = "") String reason) {
    StatementGroup group = campaigns.group(ref);
    List<StatementId> out = new ArrayList<>();
    for (String sent : statement) {
      String each = Field.text(sent, Field.LINE);
      out.add(
          StatementId.find(each)
              .orElseThrow(() ->
                  failure(
                      "STOC-062",
                      "stocktaking.failure.split-other",
                      Map.of("group", ref, "statement", each))));
    }
    return decided(page, regroupings.split(group, out, reason, actor.account()), ref);
  }

  @PostMapping("/{language}/campaigns/{ref}/join")
  ModelAndView join(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String group,
      @RequestParam(defaultValue = "") String reason) {
    StatementGroup one = campaigns.group(ref);
    String named = Field.text(group, Field.LINE);
    StatementGroup other =
        campaigns
            .synthesis()
            .findGroup(named)
            .orElseThrow(() ->
                failure(
                    "STOC-069",
                    "stocktaking.failure.join-unknown",
                    Map.of("group", ref, "other", named)));
    return decided(page, regroupings.join(one, other, reason, actor.account()), ref);
  }

  @PostMapping("/{language}/regroupings/{ref}/undo")
  ModelAndView undo(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String reason) {
    Regrouping undone = regroupings.undo(ref, reason, actor.account());
    return decided(page, undone, "G-" + undone.group());
  }

  @PostMapping("/{language}/campaigns/{ref}/origin")
  ModelAndView origin(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String origin,
      @RequestParam(defaultValue = "") String source) {
    origins.note(campaigns.group(ref), origin, source, actor.account());
    return new ModelAndView("redirect:" + page.link("/campaigns/" + ref) + "#origin");
  }

  /// Shows the decision where its statements are now.
  private ModelAndView decided(Page page, Regrouping it, String ref) {
    String now = campaigns.groupOrHeir(ref).id();
    return new ModelAndView("redirect:" + page.link("/campaigns/" + now) + "#" + it.ref());
  }

  private static DomainFailure failure(String code, String key, Map<String, Object> arguments) {
    return new DomainFailure(code, key, arguments, HttpStatus.UNPROCESSABLE_ENTITY);
  }
}
