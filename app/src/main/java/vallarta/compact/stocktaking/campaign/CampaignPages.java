package vallarta.compact.stocktaking.campaign;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.Role;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.stocktaking.GroupEvent;
import vallarta.compact.stocktaking.Regrouping;
import vallarta.compact.stocktaking.Regroupings;
import vallarta.compact.stocktaking.StatementGroup;
import vallarta.compact.stocktaking.Synthesis;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Difference;
import vallarta.compact.web.part.Paging;
import vallarta.engine.similarity.Alignment;

/// Campaigns, each beside the count of voices and never in it.
@Controller
@OpenToAll
class CampaignPages {

  static final int PER_PAGE = 25;

  /// How many additions of single inputs the page shows; the data has all.
  static final int ADDITIONS = 50;

  /// @param declared who is behind it, empty when nobody declares so
  record Line(Campaign campaign, Optional<Origin> declared) {}

  record All(Codebook book, Paging paging, List<Line> lines) {}

  /// @param origins notes of who is behind it, the newest first
  /// @param decides whether the reader may split, join and note
  record One(
      Codebook book,
      Campaign campaign,
      Paging paging,
      List<Campaign.Member> members,
      List<Origin> origins,
      Optional<Origin> declared,
      List<Regrouping> decisions,
      List<GroupEvent> events,
      boolean decides) {

    StatementGroup group() {
      return campaign.group();
    }

    List<Campaign.Addition> additions() {
      return campaign.additions().subList(0, Math.min(ADDITIONS, campaign.additions().size()));
    }

    int most() {
      return campaign.days().values().stream().mapToInt(Integer::intValue).max().orElse(1);
    }
  }

  private final Campaigns campaigns;
  private final Origins origins;
  private final Regroupings regroupings;

  CampaignPages(Campaigns campaigns, Origins origins, Regroupings regroupings) {
    this.campaigns = campaigns;
    this.origins = origins;
    this.regroupings = regroupings;
  }

  @GetMapping("/{language}/campaigns")
  ModelAndView campaigns(Page page, @RequestParam(name = "page", defaultValue = "1") int number) {
    Synthesis synthesis = campaigns.synthesis();
    List<StatementGroup> all = synthesis.campaigns();
    Paging paging = Paging.of(number, PER_PAGE, all.size());
    List<Origin> notes = origins.list();
    List<Line> lines =
        paging.of(all).stream()
            .map(it ->
                new Line(campaigns.of(synthesis, it), Origins.declared(Origins.of(it, notes))))
            .toList();
    return page.named("stocktaking.campaigns.title")
        .under("/groups", page.words().t("stocktaking.groups.title"))
        .data(Format.CSV, Format.JSON)
        .show(
            "stocktaking/campaign/campaigns",
            new All(new Codebook(synthesis.thesaurus(), page.words()), paging, lines));
  }

  @GetMapping({"/{language}/campaigns.csv", "/{language}/campaigns.json"})
  ResponseEntity<byte[]> campaigns(Page page, Format format) {
    return Download.of(
        format, CampaignSheets.campaigns(campaigns.list(campaigns.synthesis()), origins.list()));
  }

  @GetMapping("/{language}/campaigns/{ref}")
  ModelAndView campaign(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    Synthesis synthesis = campaigns.synthesis();
    Optional<StatementGroup> heir = synthesis.heir(ref);
    if (heir.isPresent()) {
      return new ModelAndView("redirect:" + page.link("/groups/" + ref));
    }
    Campaign campaign = campaigns.of(synthesis, campaigns.group(ref));
    List<Origin> notes = Origins.of(campaign.group(), origins.list());
    Paging paging = Paging.of(number, PER_PAGE, campaign.members().size());
    return page.named("stocktaking.campaign.title", "id", ref)
        .under("/groups", page.words().t("stocktaking.groups.title"))
        .under("/campaigns", page.words().t("stocktaking.campaigns.title"))
        .data(Format.CSV, Format.JSON)
        .show(
            "stocktaking/campaign/campaign",
            new One(
                new Codebook(synthesis.thesaurus(), page.words()),
                campaign,
                paging,
                paging.of(campaign.members()),
                notes.reversed(),
                Origins.declared(notes),
                decisions(campaign.group()),
                regroupings.events(ref),
                actor.is(Role.SECRETARIAT)));
  }

  @GetMapping({"/{language}/campaigns/{ref}.csv", "/{language}/campaigns/{ref}.json"})
  ResponseEntity<byte[]> campaign(Page page, @PathVariable String ref, Format format) {
    return Download.of(format, CampaignSheets.members(get(ref)));
  }

  @GetMapping({
    "/{language}/campaigns/{ref}/additions.csv",
    "/{language}/campaigns/{ref}/additions.json"
  })
  ResponseEntity<byte[]> additions(Page page, @PathVariable String ref, Format format) {
    return Download.of(format, CampaignSheets.additions(get(ref)));
  }

  @GetMapping({"/{language}/campaigns/{ref}/days.csv", "/{language}/campaigns/{ref}/days.json"})
  ResponseEntity<byte[]> days(Page page, @PathVariable String ref, Format format) {
    return Download.of(format, CampaignSheets.days(get(ref)));
  }

  @GetMapping({
    "/{language}/campaigns/{ref}/history.csv",
    "/{language}/campaigns/{ref}/history.json"
  })
  ResponseEntity<byte[]> history(Page page, @PathVariable String ref, Format format) {
    StatementGroup group = campaigns.groupOrHeir(ref);
    Sheet history =
        CampaignSheets.history(
            ref, decisions(group), regroupings.events(ref), Origins.of(group, origins.list()));
    return Download.of(format, history);
  }

  private Campaign get(String ref) {
    return campaigns.of(campaigns.synthesis(), campaigns.groupOrHeir(ref));
  }

  private List<Regrouping> decisions(StatementGroup group) {
    List<StatementId> members = group.statements().stream().map(it -> it.id()).toList();
    return regroupings.of(group.id(), members);
  }

  /// For the part `difference`.
  static List<Difference.Run> runs(Alignment beside) {
    return beside.runs().stream()
        .map(it ->
            new Difference.Run(
                switch (it.kind()) {
                  case SHARED -> Difference.Kind.SAME;
                  case ADDED -> Difference.Kind.ADDED;
                  case LEFT_OUT -> Difference.Kind.TAKEN_OUT;
                },
                it.text()))
        .toList();
  }

  static String at(Page page, Instant at) {
    return page.words().dateTime(at.atZone(ZoneOffset.UTC));
  }
}
