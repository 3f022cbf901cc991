package vallarta.compact.consultation.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vallarta.compact.cli.Demonstration;
import vallarta.compact.cli.Progress;
import vallarta.compact.consultation.Consultation;
import vallarta.compact.consultation.ConsultationType;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.Input.Consent;
import vallarta.compact.participation.Mandates;
import vallarta.compact.participation.Persons;
import vallarta.compact.table.Row;
import vallarta.compact.table.Table;

/// Submissions of the demonstration: a call that is open for three weeks and one that has just
/// closed, and what fictional States and organisations made of them, in every state.
@Component
class SubmissionDemonstration implements Demonstration {

  private static final String FILE = "/vallarta/compact/demo/submissions.csv";
  private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
  private static final LocalTime EVENING = LocalTime.of(18, 0);
  private static final int DAYS_LEFT = 22;
  private static final int MINUTES_OVER = 40;

  private final Consultations consultations;
  private final Calls calls;
  private final Submissions submissions;
  private final CoSigning cosigning;
  private final Moderation moderation;
  private final SubmissionTable table;
  private final FileCheck check;
  private final Mandates mandates;
  private final Persons persons;
  private final Clock clock;

  SubmissionDemonstration(
      Consultations consultations,
      Calls calls,
      Submissions submissions,
      CoSigning cosigning,
      Moderation moderation,
      SubmissionTable table,
      FileCheck check,
      Mandates mandates,
      Persons persons,
      Clock clock) {
    this.consultations = consultations;
    this.calls = calls;
    this.submissions = submissions;
    this.cosigning = cosigning;
    this.moderation = moderation;
    this.table = table;
    this.check = check;
    this.mandates = mandates;
    this.persons = persons;
    this.clock = clock;
  }

  /// After the persons who hand in, and before what is kept of all inputs.
  @Override
  public int order() {
    return 260;
  }

  @Override
  public void load(Progress progress) throws IOException {
    if (!table.list().isEmpty()) {
      return;
    }
    long secretariat = persons.findByEmail("secretariat@example.org").orElseThrow().account();
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZONE);
    LocalDateTime evening = now.toLocalDate().plusDays(DAYS_LEFT).atTime(EVENING);
    call("F-WC-2", "Written call: crossing the strait, three years on", evening, false);
    call(
        "F-WC-3",
        "Written call: work and skills on both shores",
        now.minusMinutes(MINUTES_OVER).truncatedTo(ChronoUnit.MINUTES),
        true);
    calls.extend(
        "F-WC-2",
        "XML",
        evening.plusDays(4),
        "The boat that carries the mail to the outer islands did not sail for four days.",
        secretariat);
    for (Row row : read().rows()) {
      handIn(row, secretariat);
    }
  }

  private void call(String ref, String title, LocalDateTime deadline, boolean takesLate) {
    consultations.announce(
        new Consultation(
            ref,
            ConsultationType.WRITTEN_CALL,
            title,
            "en",
            "Office for Mobility of Peoples (fictional)",
            "",
            "",
            null,
            null,
            ZONE,
            "001",
            "invented for the demonstration",
            true,
            new Consultation.Call(deadline, null, List.of(), takesLate)));
  }

  private void handIn(Row row, long secretariat) throws IOException {
    long by = speaker(row.get("owner"));
    Submission draft =
        submissions.draft(
            calls.get(row.get("consultation")),
            row.get("owner"),
            new Particulars(
                row.get("title"),
                row.get("language"),
                row.get("licence"),
                row.get("consent").equals("withheld") ? Consent.WITHHELD : Consent.PUBLISH,
                row.get("notes")),
            by);
    Submission it = withFile(draft, row.get("text"), by);
    it = signed(it, row.get("cosignatories"));
    if (row.get("state").equals("draft")) {
      return;
    }
    it = submissions.handIn(it.id(), it.version(), by);
    switch (row.get("state")) {
      case "returned" -> moderation.giveBack(it.id(), it.version(), row.get("word"), secretariat);
      case "declined" -> moderation.decline(it.id(), it.version(), row.get("word"), secretariat);
      case "published" -> moderation.publish(it, it.version(), secretariat);
      default -> {
        // It waits.
      }
    }
  }

  private Submission withFile(Submission it, String text, long by) throws IOException {
    Path file = Files.createTempFile("vallarta-demo", ".txt");
    try {
      Files.writeString(file, text);
      return submissions.put(
          it.id(), it.version(), file, check.look(file, "submission.txt", it), by);
    } finally {
      Files.delete(file);
    }
  }

  /// @param said `key:answer` for each who is asked
  private Submission signed(Submission it, String said) {
    Submission signed = it;
    for (String each : said.split(" ")) {
      @Nullable SubmittedFile file = it.file();
      if (!each.isEmpty() && file != null) {
        List<String> parts = Arrays.asList(each.split(":"));
        String key = parts.getFirst();
        signed = cosigning.ask(it.id(), key);
        CoSignatory.Answer answer = CoSignatory.Answer.of(parts.getLast());
        if (answer != CoSignatory.Answer.ASKED) {
          signed = cosigning.answer(it.id(), key, answer, file.sha256(), speaker(key));
        }
      }
    }
    return signed;
  }

  private long speaker(String stakeholder) {
    return mandates.accountsFor(stakeholder).stream().sorted().findFirst().orElseThrow();
  }

  private static Table read() throws IOException {
    try (InputStream in = SubmissionDemonstration.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException("not in the application: " + FILE);
      }
      return Table.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
