package vallarta.compact.stocktaking.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vallarta.compact.consultation.Statement;
import vallarta.compact.stocktaking.GroupEvent;
import vallarta.compact.stocktaking.Regrouping;
import vallarta.compact.table.Sheet;
import vallarta.engine.similarity.Alignment;

/// Campaigns as tables.
final class CampaignSheets {

  static final List<String> CAMPAIGNS =
      List.of(
          "id",
          "volume",
          "inputs",
          "submitters",
          "with_own_words",
          "first_day",
          "last_day",
          "origin",
          "representative",
          "language",
          "text");

  static final List<String> MEMBERS =
      List.of(
          "statement",
          "input",
          "day",
          "submitter",
          "language",
          "difference",
          "added",
          "left_out",
          "other_statements",
          "text");

  static final List<String> ADDITIONS =
      List.of("statement", "input", "submitter", "language", "inputs", "text");

  static final List<String> DAYS = List.of("day", "volume");

  static final List<String> HISTORY =
      List.of("at", "what", "group", "other", "statements", "decision", "by_role", "reason");

  private CampaignSheets() {}

  static Sheet campaigns(List<Campaign> campaigns, List<Origin> origins) {
    return new Sheet(
        "campaigns", CAMPAIGNS, campaigns.stream().map(it -> row(it, origins)).toList());
  }

  private static List<Object> row(Campaign it, List<Origin> origins) {
    return List.of(
        it.group().id(),
        it.group().volume(),
        it.group().inputs(),
        it.group().voices(),
        it.withOwnWords(),
        it.days().firstKey().toString(),
        it.days().lastKey().toString(),
        Origins.declared(Origins.of(it.group(), origins)).map(Origin::origin).orElse(""),
        it.common().id().toString(),
        it.common().language().tag(),
        it.common().text());
  }

  static Sheet members(Campaign campaign) {
    return new Sheet(
        "campaign-" + campaign.group().id(),
        MEMBERS,
        campaign.members().stream()
            .map(it ->
                List.<Object>of(
                    it.it().id().toString(),
                    it.it().input().id().toString(),
                    it.day().toString(),
                    submitter(it.it()),
                    it.it().language().tag(),
                    it.tag(),
                    texts(it.beside(), Alignment.Kind.ADDED),
                    texts(it.beside(), Alignment.Kind.LEFT_OUT),
                    it.others().stream().map(other -> other.id().toString()).toList(),
                    it.it().text()))
            .toList());
  }

  static Sheet additions(Campaign campaign) {
    return new Sheet(
        "additions-" + campaign.group().id(),
        ADDITIONS,
        campaign.additions().stream()
            .map(it ->
                List.<Object>of(
                    it.in().id().toString(),
                    it.in().input().id().toString(),
                    submitter(it.in()),
                    it.in().language().tag(),
                    it.inputs(),
                    it.text()))
            .toList());
  }

  static Sheet days(Campaign campaign) {
    return new Sheet(
        "days-" + campaign.group().id(),
        DAYS,
        campaign.days().entrySet().stream()
            .map(it -> List.<Object>of(it.getKey().toString(), it.getValue()))
            .toList());
  }

  static Sheet history(
      String group, List<Regrouping> decisions, List<GroupEvent> events, List<Origin> origins) {
    List<List<Object>> rows = new ArrayList<>();
    for (Regrouping it : decisions) {
      String of = "G-" + it.group();
      List<String> statements = it.statements().stream().map(Object::toString).toList();
      rows.add(
          List.of(
              it.decidedAt().toString(),
              it.kind().tag(),
              of,
              it.joinedRef(),
              statements,
              it.ref(),
              "secretariat",
              it.reason()));
      Regrouping.Undone undone = it.undone();
      if (undone != null) {
        rows.add(
            List.of(
                undone.at().toString(),
                "undone",
                of,
                it.joinedRef(),
                statements,
                it.ref(),
                "secretariat",
                undone.reason()));
      }
    }
    events.forEach(it ->
        rows.add(
            List.of(
                it.at().toString(),
                it.kind() == GroupEvent.Kind.MERGED ? "merged-into" : "split-into",
                it.groupRef(),
                it.otherRef(),
                it.statements(),
                it.regroupingRef(),
                "",
                "")));
    origins.forEach(it ->
        rows.add(
            List.of(
                it.notedAt().toString(),
                it.isDeclared() ? "origin" : "origin-taken-back",
                group,
                it.origin(),
                "",
                it.ref(),
                "secretariat",
                it.source())));
    rows.sort(Comparator.comparing(row -> row.getFirst().toString()));
    return new Sheet("history-" + group, HISTORY, rows);
  }

  private static List<String> texts(Alignment beside, Alignment.Kind kind) {
    return beside.runs().stream()
        .filter(it -> it.kind() == kind)
        .map(it -> it.text().strip())
        .toList();
  }

  private static String submitter(Statement it) {
    return it.voice().isKnown() ? it.voice().key() : "";
  }
}
