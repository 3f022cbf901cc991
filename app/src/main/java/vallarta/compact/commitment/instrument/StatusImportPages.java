package vallarta.compact.commitment.instrument;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import vallarta.compact.table.Sheet;
import vallarta.compact.table.SheetWriter;
import vallarta.compact.table.Table;
import vallarta.compact.web.Page;

/// Where the secretariat imports the status of the instrument from the table of a depositary: it is
/// checked first, and written when somebody has seen what would become of it.
@Controller
@OpenTo(Role.SECRETARIAT)
class StatusImportPages {

  /// @param csv the table that was checked, to be sent again, or empty
  /// @param checked what would be entered
  /// @param known how many rows say what is there already
  /// @param problems as sentences with row and column
  /// @param wrong why nothing can be written, or empty
  record View(String csv, List<Status> checked, int known, List<String> problems, String wrong) {}

  private static final int LONGEST = 1_000_000;
  private static final View EMPTY = new View("", List.of(), 0, List.of(), "");

  private final StatusImport imports;

  StatusImportPages(StatusImport imports) {
    this.imports = imports;
  }

  @GetMapping("/{language}/instrument/import")
  ModelAndView form(Page page) {
    return show(page, EMPTY);
  }

  /// Checks a file and writes nothing; or writes the table that was checked.
  @PostMapping("/{language}/instrument/import")
  ModelAndView receive(
      Page page,
      Actor actor,
      @RequestParam Optional<MultipartFile> file,
      @RequestParam(defaultValue = "") String csv,
      @RequestParam(defaultValue = "") String write)
      throws IOException {
    Path received = Files.createTempFile("vallarta-instrument", ".csv");
    try {
      if (csv.isEmpty() && file.isPresent() && file.get().getSize() <= LONGEST) {
        file.get().transferTo(received);
      } else {
        Files.writeString(received, csv);
      }
      return receive(page, actor, received, write.equals("true"));
    } finally {
      Files.deleteIfExists(received);
    }
  }

  private ModelAndView receive(Page page, Actor actor, Path received, boolean write)
      throws IOException {
    Optional<Table> read = table(received);
    if (read.isEmpty() || read.get().rows().isEmpty()) {
      String wrong = page.words().t("commitment.instrument.import.unreadable");
      return unprocessable(show(page, new View("", List.of(), 0, List.of(), wrong)));
    }
    StatusImport.Result result = imports.read(read.get(), !write, actor.account());
    if (!result.problems().isEmpty()) {
      List<String> problems =
          result.problems().stream().map(it -> Problems.words(page.words(), it)).toList();
      String wrong = page.words().t("commitment.instrument.import.problems");
      return unprocessable(show(page, new View("", List.of(), 0, problems, wrong)));
    }
    return write
        ? new ModelAndView("redirect:" + page.link("/instrument"))
        : show(page, new View(text(read.get()), result.entries(), result.known(), List.of(), ""));
  }

  private static Optional<Table> table(Path file) {
    try {
      return Optional.of(Table.read(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// The table as it is sent again.
  private static String text(Table table) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<List<Object>> rows =
        table.rows().stream()
            .map(row -> table.headers().stream().<Object>map(row::get).toList())
            .toList();
    SheetWriter.exactCsv(new Sheet("instrument", table.headers(), rows), bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static ModelAndView unprocessable(ModelAndView shown) {
    shown.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return shown;
  }

  private static ModelAndView show(Page page, View view) {
    String title = page.words().t("commitment.instrument.import");
    return page.titled(
            view.wrong().isEmpty() ? title : page.words().t("web.form.error-title", "title", title))
        .under("/commitments", page.words().t("commitment.title"))
        .under("/instrument", page.words().t("commitment.instrument.title"))
        .show("commitment/instrument/import", view);
  }
}
