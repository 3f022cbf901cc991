package vallarta.compact.participation.registration;

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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.cli.Problems;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.table.Sheet;
import vallarta.compact.table.SheetWriter;
import vallarta.compact.table.Table;
import vallarta.compact.web.Page;

/// Where the secretariat registers a whole list: first a dry run that shows what would become of
/// each row, then the same text again to be written.
@Controller
@OpenTo(Role.SECRETARIAT)
class RosterPages {

  /// @param csv the list that was checked, to be sent again, or empty
  /// @param checked what would become of it
  /// @param problems as sentences with row and column
  /// @param wrong why nothing could be read, or empty
  record View(
      Meeting meeting,
      Voices voices,
      String csv,
      boolean accredit,
      List<Registration> checked,
      List<String> problems,
      String wrong) {}

  private static final int LONGEST = 1_000_000;

  private final VisibleMeetings meetings;
  private final Roster roster;

  RosterPages(VisibleMeetings meetings, Roster roster) {
    this.meetings = meetings;
    this.roster = roster;
  }

  @GetMapping("/{language}/meetings/{ref}/registrations/import")
  ModelAndView form(Page page, Actor actor, @PathVariable String ref) {
    return show(page, meetings.get(actor, ref), "", false, List.of(), List.of(), "");
  }

  /// Checks a file and writes nothing; or writes the text that was checked.
  @PostMapping("/{language}/meetings/{ref}/registrations/import")
  ModelAndView receive(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam Optional<MultipartFile> file,
      @RequestParam(defaultValue = "") String csv,
      @RequestParam(defaultValue = "false") boolean accredit,
      @RequestParam(defaultValue = "false") boolean write)
      throws IOException {
    Meeting meeting = meetings.get(actor, ref);
    Path received = Files.createTempFile("vallarta-roster", ".csv");
    try {
      if (csv.isEmpty() && file.isPresent() && file.get().getSize() <= LONGEST) {
        file.get().transferTo(received);
      } else {
        Files.writeString(received, csv);
      }
      return receive(page, actor, meeting, received, accredit, write);
    } finally {
      Files.deleteIfExists(received);
    }
  }

  private ModelAndView receive(
      Page page, Actor actor, Meeting meeting, Path received, boolean accredit, boolean write)
      throws IOException {
    Optional<Table> read = table(received);
    if (read.isEmpty() || read.get().rows().isEmpty()) {
      String wrong = page.words().t("participation.registration.import.unreadable");
      return unprocessable(show(page, meeting, "", accredit, List.of(), List.of(), wrong));
    }
    Table table = read.get();
    Roster.Result result = roster.register(meeting, table, accredit, !write, actor.account());
    if (!result.problems().isEmpty()) {
      List<String> problems =
          result.problems().stream().map(it -> Problems.words(page.words(), it)).toList();
      String wrong = page.words().t("participation.registration.import.problems");
      return unprocessable(show(page, meeting, "", accredit, List.of(), problems, wrong));
    }
    if (write) {
      return new ModelAndView(
          "redirect:" + page.link("/meetings/%s/registrations".formatted(meeting.ref())));
    }
    return show(page, meeting, text(table), accredit, result.made(), List.of(), "");
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
    SheetWriter.exactCsv(new Sheet("roster", table.headers(), rows), bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static ModelAndView unprocessable(ModelAndView shown) {
    shown.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return shown;
  }

  private static ModelAndView show(
      Page page,
      Meeting meeting,
      String csv,
      boolean accredit,
      List<Registration> checked,
      List<String> problems,
      String wrong) {
    String title = page.words().t("participation.registration.import");
    return meeting
        .above(
            page.titled(
                wrong.isEmpty() ? title : page.words().t("web.form.error-title", "title", title)))
        .under(
            "/meetings/%s/registrations".formatted(meeting.ref()),
            page.words().t("participation.registration.all"))
        .show(
            "participation/registration/roster",
            new View(meeting, new Voices(page.words()), csv, accredit, checked, problems, wrong));
  }
}
