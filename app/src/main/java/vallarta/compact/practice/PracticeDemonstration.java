package vallarta.compact.practice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.cli.Demonstration;
import vallarta.compact.cli.Progress;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.passage.Kind;
import vallarta.compact.participation.Persons;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.table.Row;
import vallarta.compact.table.Table;

/// The practices of the demonstration: told by its fictional States and organisations, and some of
/// them in the lab of its own exercise, never in a session that took place.
@Component
class PracticeDemonstration implements Demonstration {

  private static final String FILE = "/vallarta/compact/demo/practices.csv";

  private final Practices practices;
  private final Talks talks;
  private final Consultations consultations;
  private final Persons persons;

  PracticeDemonstration(
      Practices practices, Talks talks, Consultations consultations, Persons persons) {
    this.practices = practices;
    this.talks = talks;
    this.consultations = consultations;
    this.persons = persons;
  }

  @Override
  public int order() {
    return 900;
  }

  @Override
  @Transactional
  public void load(Progress progress) throws IOException {
    if (!practices.list().isEmpty()) {
      return;
    }
    long by = persons.findByEmail("secretariat@example.org").orElseThrow().account();
    for (Row row : read().rows()) {
      Practice draft = practices.draft(told(row), by);
      if (row.get("state").equals("published")) {
        practices.publish(draft, draft.version(), by);
      }
    }
  }

  private static Table read() throws IOException {
    try (InputStream in = PracticeDemonstration.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException("not in the application: " + FILE);
      }
      return Table.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private Telling told(Row row) {
    return new Telling(
        row.get("owner"),
        row.get("title"),
        row.get("summary"),
        row.get("topic"),
        row.get("initiative"),
        row.get("objective"),
        row.get("speaker"),
        row.get("consents").equals("yes"),
        row.get("contact"),
        session(row.get("talk")),
        row.get("language"),
        list(row.get("dimensions")),
        list(row.get("themes")),
        statements(row.get("owner")));
  }

  private String session(String title) {
    return talks.list().stream()
        .filter(it -> it.title().equals(title) && it.meeting().fictional())
        .map(Session::ref)
        .findFirst()
        .orElse("");
  }

  /// The first statement in which the owner tells of a practice itself.
  private List<String> statements(String owner) {
    return consultations.holdings().statements().stream()
        .filter(it -> it.voice().key().equals(owner) && it.found().kind() == Kind.PRACTICE)
        .map(it -> it.id().toString())
        .limit(1)
        .toList();
  }

  private static List<String> list(String words) {
    return Arrays.stream(words.split(" ")).filter(it -> !it.isEmpty()).toList();
  }
}
