package vallarta.compact.stocktaking.outcome;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.Holdings;
import vallarta.compact.consultation.Input;
import vallarta.compact.consultation.InputId;
import vallarta.compact.consultation.Statement;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.stocktaking.outcome.Dispositions.Disposition;
import vallarta.compact.stocktaking.outcome.Dispositions.State;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Paging;

/// What became of what we said: for each input, each of its statements.
@Controller
class DispositionPages {

  static final List<String> HEADERS =
      List.of("statement", "disposition", "points", "reason", "text");

  private static final int PER_PAGE = 50;

  /// @param counts how many statements of the input are in each state
  /// @param decides whether the reader may decide what is not taken up
  record View(
      Input input,
      Map<State, Integer> counts,
      Paging paging,
      List<Statement> statements,
      Map<StatementId, Disposition> dispositions,
      boolean decides) {}

  /// How many statements of an input came to what.
  record Line(String input, int total, int kept, int declined, int open) {}

  private final Dispositions dispositions;
  private final Consultations consultations;

  DispositionPages(Dispositions dispositions, Consultations consultations) {
    this.dispositions = dispositions;
    this.consultations = consultations;
  }

  @OpenToAll
  @GetMapping("/{language}/inputs/{id}/disposition")
  ModelAndView disposition(
      Page page,
      Actor actor,
      @PathVariable String id,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    Holdings holdings = consultations.holdings();
    Input input = get(holdings, id);
    List<Statement> all = holdings.of(input);
    Map<StatementId, Disposition> of = dispositions.of(all.stream().map(Statement::id).toList());
    Map<State, Integer> counts = new EnumMap<>(State.class);
    of.values().forEach(it -> counts.merge(it.state(), 1, Integer::sum));
    Paging paging = Paging.of(number, PER_PAGE, all.size());
    return page.named("stocktaking.disposition.title", "input", input.name())
        .under("/inputs", page.words().t("consultation.inputs.title"))
        .under("/inputs/" + input.id(), input.name())
        .data(Format.CSV, Format.JSON)
        .show(
            "stocktaking/outcome/disposition",
            new View(input, counts, paging, paging.of(all), of, actor.is(Role.SECRETARIAT)));
  }

  @OpenToAll
  @GetMapping({
    "/{language}/inputs/{id}/disposition.csv",
    "/{language}/inputs/{id}/disposition.json"
  })
  ResponseEntity<byte[]> disposition(Page page, @PathVariable String id, Format format) {
    Holdings holdings = consultations.holdings();
    List<Statement> all = holdings.of(get(holdings, id));
    Map<StatementId, Disposition> of = dispositions.of(all.stream().map(Statement::id).toList());
    return Download.of(
        format,
        new Sheet(
            "disposition-" + id,
            HEADERS,
            all.stream()
                .map(it -> row(it, java.util.Objects.requireNonNull(of.get(it.id()))))
                .toList()));
  }

  /// The same in one sentence, as a part of the page of the input.
  @OpenToAll
  @GetMapping("/{language}/inputs/{id}/disposition/line")
  ModelAndView line(Page page, @PathVariable String id) {
    Holdings holdings = consultations.holdings();
    Input input = get(holdings, id);
    Map<StatementId, Disposition> of =
        dispositions.of(holdings.of(input).stream().map(Statement::id).toList());
    return page.show(
        "stocktaking/outcome/line",
        new Line(
            input.id().toString(),
            of.size(),
            count(of, State.KEPT) + count(of, State.MERGED),
            count(of, State.NOT_TAKEN_UP),
            count(of, State.OPEN)));
  }

  @OpenTo(Role.SECRETARIAT)
  @PostMapping("/{language}/statements/{id}/disposition")
  ModelAndView decline(
      Page page,
      Actor actor,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason) {
    Statement statement =
        StatementId.find(id)
            .flatMap(consultations.holdings()::find)
            .orElseThrow(() -> notFound(id));
    dispositions.decline(statement, reason, actor.account());
    return new ModelAndView(
        "redirect:"
            + page.link("/inputs/%s/disposition".formatted(statement.input().id()))
            + "#"
            + statement.id());
  }

  private static int count(Map<StatementId, Disposition> of, State state) {
    return (int) of.values().stream().filter(it -> it.state() == state).count();
  }

  private static List<Object> row(Statement statement, Disposition it) {
    return List.of(
        statement.id().toString(),
        tag(it.state()),
        String.join(" ", it.points()),
        it.reason(),
        statement.text());
  }

  static String tag(State state) {
    return state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static Input get(Holdings holdings, String id) {
    return InputId.find(id).flatMap(holdings::find).orElseThrow(() -> notFound(id));
  }

  private static DomainFailure notFound(String ref) {
    return new DomainFailure(
        "STOC-002",
        "stocktaking.failure.no-source",
        Map.of("statement", ref),
        HttpStatus.NOT_FOUND);
  }
}
