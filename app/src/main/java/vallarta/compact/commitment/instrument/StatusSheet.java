package vallarta.compact.commitment.instrument;

import java.util.ArrayList;
import java.util.List;
import vallarta.compact.commitment.instrument.Instrument.Standing;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.table.Sheet;

/// The status of the instrument as a table: a row for each step of each State, and one without a
/// step for a State of which nothing is reported.
final class StatusSheet {

  static final List<String> HEADERS =
      List.of(
          "state",
          "iso3",
          "name",
          "kind",
          "date",
          "source",
          "holds",
          "id",
          "by",
          "entered",
          "fictional");

  private StatusSheet() {}

  static Sheet of(List<Standing> standings, Language language) {
    List<List<Object>> rows = new ArrayList<>();
    for (Standing it : standings) {
      if (it.holding().isEmpty()) {
        rows.add(
            List.of(
                it.state().key(),
                it.state().state(),
                it.state().nameIn(language),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                it.state().fictional()));
      }
      it.holding().forEach(status -> rows.add(row(it.state(), status, language)));
    }
    return new Sheet("instrument", HEADERS, rows);
  }

  /// Every entry, those too that a newer one replaced.
  static Sheet history(List<Status> entries, List<Stakeholder> states, Language language) {
    List<List<Object>> rows = new ArrayList<>();
    for (Status it : entries) {
      states.stream()
          .filter(state -> state.key().equals(it.stakeholder()))
          .findFirst()
          .ifPresent(state -> rows.add(row(state, it, language)));
    }
    return new Sheet("instrument-history", HEADERS, rows);
  }

  private static List<Object> row(Stakeholder state, Status it, Language language) {
    return List.of(
        state.key(),
        state.state(),
        state.nameIn(language),
        it.step().tag(),
        it.on() == null ? "" : it.on().toString(),
        it.source(),
        it.holds(),
        it.ref(),
        it.own() ? "state" : "secretariat",
        it.enteredAt().toString(),
        state.fictional());
  }
}
