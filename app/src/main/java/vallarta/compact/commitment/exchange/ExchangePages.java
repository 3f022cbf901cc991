package vallarta.compact.commitment.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.cli.Problems;
import vallarta.compact.commitment.CommitmentRegister;
import vallarta.compact.commitment.Hands;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Sheet;
import vallarta.compact.table.SheetWriter;
import vallarta.compact.table.Table;
import vallarta.compact.web.Page;

/// Where a table of commitments comes in: for whoever writes for a body its own rows alone, for the
/// secretariat drafts for their owners and codes of what is there. First a dry run tells what would
/// become of each row, then the same table is sent again to be written.
@Controller
class ExchangePages {

  private static final int LONGEST = 2_000_000;
  private static final int MOST_SHOWN = 50;

  /// @param owners for whom the reader may write
  /// @param secretariat whether the reader may import for all
  /// @param binds whether the reader may publish
  /// @param told what was told beside the table
  /// @param csv the table that was checked, to be sent again, or empty
  /// @param problems as sentences with row and column
  /// @param wrong why nothing can be written, or empty
  record View(
      List<Stakeholder> owners,
      boolean secretariat,
      boolean binds,
      Told told,
      String csv,
      List<String> columns,
      List<Outcome.Line> lines,
      int fresh,
      int changed,
      int same,
      boolean checked,
      List<String> problems,
      String wrong) {}

  /// What is told beside the table.
  record Told(String owner, boolean historical, boolean publish, String reason) {}

  private final Exchange exchange;
  private final Stakeholders stakeholders;

  ExchangePages(Exchange exchange, Stakeholders stakeholders) {
    this.exchange = exchange;
    this.stakeholders = stakeholders;
  }

  @OpenTo(
      value = {
        Role.SECRETARIAT,
        Role.MAIN_FOCAL_POINT,
        Role.ALTERNATE_FOCAL_POINT,
        Role.VALIDATING_FOCAL_POINT,
        Role.CONTRIBUTOR
      },
      ofAny = true)
  @GetMapping("/{language}/commitments/import")
  ModelAndView form(Page page, Actor actor) {
    return show(page, actor, new Told("", false, false, ""), "", null, List.of(), "");
  }

  /// Checks a table and writes nothing; or writes the one that was checked.
  ///
  /// @param owner whose rows alone may be in it; nobody's in particular for the secretariat
  @OpenTo({
    Role.SECRETARIAT,
    Role.MAIN_FOCAL_POINT,
    Role.ALTERNATE_FOCAL_POINT,
    Role.VALIDATING_FOCAL_POINT,
    Role.CONTRIBUTOR
  })
  @PostMapping("/{language}/commitments/import")
  ModelAndView receive(
      Page page,
      Actor actor,
      @RequestParam Optional<MultipartFile> file,
      @RequestParam(defaultValue = "") String csv,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "false") String historical,
      @RequestParam(defaultValue = "false") String publish,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "false") String write)
      throws IOException {
    Told told = new Told(owner, historical.equals("true"), publish.equals("true"), reason.strip());
    Hand hand = hand(actor, owner);
    Optional<Table> read = csv.isEmpty() ? table(file) : Optional.of(Table.parse(csv));
    if (read.isEmpty() || read.get().rows().isEmpty()) {
      String wrong = page.words().t("commitment.exchange.unreadable");
      return unprocessable(show(page, actor, told, "", null, List.of(), wrong));
    }
    Table table = read.get();
    boolean dry = !write.equals("true");
    Order order =
        new Order(
            dry,
            false,
            told.historical(),
            told.publish(),
            false,
            page.language().tag(),
            told.reason(),
            Map.of());
    Outcome outcome = exchange.run(table, order, hand);
    List<Problem> problems = outcome.result().problems();
    if (!problems.isEmpty()) {
      String wrong = page.words().t("commitment.exchange.problems", "count", problems.size());
      return unprocessable(show(page, actor, told, "", null, problems, wrong));
    }
    if (dry) {
      return show(page, actor, told, text(table), outcome, List.of(), "");
    }
    return new ModelAndView(
        "redirect:"
            + page.link(
                hand.codesOnly() || told.publish() ? "/commitments" : "/commitments/drafts"));
  }

  private static Hand hand(Actor actor, String owner) {
    if (actor.is(Role.SECRETARIAT) && !actor.isFor(owner, Hands.WRITE)) {
      return Hand.secretariat(actor.account());
    }
    String whose = Hands.whose(actor, owner);
    return Hand.of(whose, actor.isFor(whose, Hands.BIND), actor.account());
  }

  private static Optional<Table> table(Optional<MultipartFile> file) throws IOException {
    if (file.isEmpty() || file.get().isEmpty() || file.get().getSize() > LONGEST) {
      return Optional.empty();
    }
    Path received = Files.createTempFile("vallarta-commitments", ".table");
    try {
      file.get().transferTo(received);
      return Optional.of(Table.open(received));
    } catch (IOException e) {
      return Optional.empty();
    } finally {
      Files.deleteIfExists(received);
    }
  }

  /// The table as it is sent again.
  private static String text(Table table) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<List<Object>> rows =
        table.rows().stream()
            .map(row -> table.headers().stream().<Object>map(row::get).toList())
            .toList();
    SheetWriter.exactCsv(new Sheet("commitments", table.headers(), rows), bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static ModelAndView unprocessable(ModelAndView shown) {
    shown.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return shown;
  }

  private ModelAndView show(
      Page page,
      Actor actor,
      Told told,
      String csv,
      @org.jspecify.annotations.Nullable Outcome outcome,
      List<Problem> problems,
      String wrong) {
    List<Outcome.Line> lines = outcome == null ? List.of() : outcome.lines();
    int fresh = (int) lines.stream().filter(Outcome.Line::fresh).count();
    String title = page.words().t("commitment.exchange.import");
    return page.titled(
            wrong.isEmpty() ? title : page.words().t("web.form.error-title", "title", title))
        .under("/commitments", page.words().t("commitment.title"))
        .show(
            "commitment/exchange/import",
            new View(
                owners(actor),
                actor.is(Role.SECRETARIAT),
                actor.is(Hands.BIND),
                told,
                csv,
                CommitmentRegister.columns(),
                lines.stream().limit(MOST_SHOWN).toList(),
                fresh,
                lines.size() - fresh,
                outcome == null ? 0 : outcome.same(),
                outcome != null,
                problems.stream()
                    .limit(MOST_SHOWN)
                    .map(it -> Problems.words(page.words(), it))
                    .toList(),
                wrong));
  }

  private List<Stakeholder> owners(Actor actor) {
    Map<String, Stakeholder> all = stakeholders.list();
    return actor.of(Hands.WRITE).stream()
        .filter(all::containsKey)
        .map(all::get)
        .sorted(Comparator.comparing(Stakeholder::name))
        .toList();
  }
}
