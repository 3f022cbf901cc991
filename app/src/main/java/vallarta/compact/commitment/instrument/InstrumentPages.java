package vallarta.compact.commitment.instrument;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import vallarta.compact.commitment.instrument.Instrument.Standing;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.web.Download;
import vallarta.compact.web.Field;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Fault;

/// The status of the instrument for everybody, State by State; and where a State enters its own.
@Controller
class InstrumentPages {

  /// Whoever enters it for a State.
  static final Role[] WRITE = {
    Role.MAIN_FOCAL_POINT, Role.ALTERNATE_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT
  };

  /// @param counts of how many States each step holds
  /// @param silent of how many nothing is reported
  /// @param imports whether the reader may import
  record All(List<Standing> standings, Map<Step, Integer> counts, int silent, boolean imports) {}

  /// @param typed what stands in the form
  /// @param writes whether the reader may enter something
  record One(
      Stakeholder state,
      List<Status> entries,
      Map<String, String> typed,
      List<Fault> faults,
      boolean writes) {

    String typed(String name) {
      return typed.getOrDefault(name, "");
    }
  }

  private final Instrument instrument;

  InstrumentPages(Instrument instrument) {
    this.instrument = instrument;
  }

  @OpenToAll
  @GetMapping("/{language}/instrument")
  ModelAndView instrument(Page page, Actor actor) {
    List<Standing> standings = instrument.standings(page.words());
    Map<Step, Integer> counts = new EnumMap<>(Step.class);
    for (Step step : Step.values()) {
      counts.put(step, (int) standings.stream().filter(it -> it.has(step)).count());
    }
    int silent = (int) standings.stream().filter(it -> it.holding().isEmpty()).count();
    return page.named("commitment.instrument.title")
        .under("/commitments", page.words().t("commitment.title"))
        .data(Format.CSV, Format.JSON, Format.XLSX)
        .wide()
        .show(
            "commitment/instrument/instrument",
            new All(standings, counts, silent, actor.is(Role.SECRETARIAT)));
  }

  /// @param history `all` for every entry, those too that a newer one replaced
  @OpenToAll
  @GetMapping({
    "/{language}/instrument.csv",
    "/{language}/instrument.json",
    "/{language}/instrument.xlsx"
  })
  ResponseEntity<byte[]> instrument(
      Page page, @RequestParam(defaultValue = "") String history, Format format) {
    return Download.of(
        format,
        history.equals("all")
            ? StatusSheet.history(instrument.all(), instrument.states(), page.language())
            : StatusSheet.of(instrument.standings(page.words()), page.language()));
  }

  @OpenToAll
  @GetMapping("/{language}/instrument/{key}")
  ModelAndView state(Page page, Actor actor, @PathVariable String key) {
    return show(page, actor, instrument.state(key), Map.of(), List.of());
  }

  @OpenTo({Role.MAIN_FOCAL_POINT, Role.ALTERNATE_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT})
  @PostMapping("/{language}/instrument/{key}")
  ModelAndView enter(
      Page page,
      Actor actor,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String date,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "true") String holds) {
    Stakeholder state = instrument.state(key);
    actor.mustBeFor(key, WRITE);
    Step step = Field.oneOf(List.of(Step.values()), Step::tag, kind);
    List<Fault> faults = new ArrayList<>();
    Status it =
        instrument.entry(
            state, step, !holds.equals("false"), date(date.strip(), faults), source.strip(), true);
    if (faults.isEmpty()) {
      faults.addAll(instrument.faults(it));
    }
    if (!faults.isEmpty()) {
      Map<String, String> typed = new HashMap<>();
      typed.put("kind", kind);
      typed.put("date", date);
      typed.put("source", source);
      typed.put("holds", holds);
      ModelAndView again = show(page, actor, state, typed, faults);
      again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      return again;
    }
    instrument.enter(List.of(it), actor.account());
    return new ModelAndView("redirect:" + page.link("/instrument/" + key));
  }

  private ModelAndView show(
      Page page, Actor actor, Stakeholder state, Map<String, String> typed, List<Fault> faults) {
    String title =
        page.words().t("commitment.instrument.of", "state", state.nameIn(page.language()));
    return page.titled(
            faults.isEmpty() ? title : page.words().t("web.form.error-title", "title", title))
        .under("/commitments", page.words().t("commitment.title"))
        .under("/instrument", page.words().t("commitment.instrument.title"))
        .show(
            "commitment/instrument/state",
            new One(state, instrument.of(state), typed, faults, actor.isFor(state.key(), WRITE)));
  }

  private static @Nullable LocalDate date(String text, List<Fault> faults) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      faults.add(Fault.of("date", "COMM-031", "commitment.failure.date", "value", text));
      return null;
    }
  }
}
