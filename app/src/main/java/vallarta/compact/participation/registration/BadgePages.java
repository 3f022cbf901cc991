package vallarta.compact.participation.registration;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vallarta.compact.access.Allowance;
import vallarta.compact.access.Limited;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.document.Paper;
import vallarta.compact.document.Qr;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;
import vallarta.compact.web.Templates;

/// Badges to print, for those who are accredited. Like the person's own page, it is found by who
/// knows its address.
@Controller
@OpenToAll
class BadgePages {

  /// @param style for the sheet
  /// @param qr the address of the check-in as an inline picture
  record Badge(Meeting meeting, Voices voices, Registration it, Content style, Content qr) {}

  private static final String STYLE = "<style>%s</style>".formatted(text("badge.css"));

  private final VisibleMeetings meetings;
  private final Registrations registrations;

  BadgePages(VisibleMeetings meetings, Registrations registrations) {
    this.meetings = meetings;
    this.registrations = registrations;
  }

  @GetMapping("/{language}/registrations/{pass}/badge.pdf")
  @Limited(Allowance.FORM)
  ResponseEntity<byte[]> badge(Page page, @PathVariable String pass) {
    Registration it = registrations.ofPass(pass);
    if (it.state() != Registration.State.APPROVED) {
      throw new DomainFailure(
          "PART-074",
          "participation.registration.failure.badge." + it.standing(),
          Map.of("reason", it.reason()),
          HttpStatus.CONFLICT);
    }
    // Without a language: it opens in that of whoever stands at the door.
    String address = page.absolute("/check-in/" + it.code());
    String title = page.words().t("participation.registration.badge.code");
    String qr = Qr.svg(address, title);
    Badge badge =
        new Badge(
            meetings.of(it),
            new Voices(page.words()),
            it,
            output -> output.writeContent(STYLE),
            output -> output.writeContent(qr));
    return Paper.PDF.answer(
        "badge-" + it.id(),
        Templates.render(
            "participation/registration/badge", Map.of("w", page.words(), "badge", badge)));
  }

  private static String text(String name) {
    try (InputStream in =
        Objects.requireNonNull(BadgePages.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
