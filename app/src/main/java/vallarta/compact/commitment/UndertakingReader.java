package vallarta.compact.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vallarta.compact.web.part.Fault;

/// Reads what was typed. What cannot be read is told, and left out of what is read.
final class UndertakingReader {

  private final Typed typed;
  private final List<Fault> faults = new ArrayList<>();

  UndertakingReader(Typed typed) {
    this.typed = typed;
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  Undertaking read() {
    return new Undertaking(
        clean(typed.get("title")),
        clean(typed.get("text")),
        typed.get("language"),
        typed.get("level"),
        typed.all("dimension"),
        typed.all("theme"),
        typed.all("objective"),
        typed.words("sdg"),
        obligation(),
        clean(typed.get("office")),
        date("starts", typed.get("starts")),
        date("due", typed.get("due")),
        schedule(),
        date("first-report", typed.get("first-report")),
        milestones(),
        targets(),
        means(),
        typed.words("sources"));
  }

  /// Keys of those who are to undertake it with the owner.
  List<String> with() {
    return typed.all("with").stream().filter(it -> !it.isBlank()).distinct().toList();
  }

  private Obligation obligation() {
    return Arrays.stream(Obligation.values())
        .filter(it -> it.tag().equals(typed.get("obligation")))
        .findFirst()
        .orElseGet(() -> {
          faults.add(Fault.of("obligation", "COMM-029", "commitment.failure.obligation"));
          return Obligation.VOLUNTARY_PLEDGE;
        });
  }

  private Schedule schedule() {
    return Arrays.stream(Schedule.values())
        .filter(it -> it.tag().equals(typed.get("schedule")))
        .findFirst()
        .orElse(Schedule.YEARLY);
  }

  private List<Milestone> milestones() {
    List<Milestone> read = new ArrayList<>();
    for (int i = 0; i < typed.rows("milestone"); i++) {
      if (typed.isBlank("milestone", i, List.of("milestone-id"))) {
        continue;
      }
      String field = "milestone-" + (i + 1);
      LocalDate due = date(field, typed.at("milestone-due", i));
      if (due == null) {
        if (typed.at("milestone-due", i).isEmpty()) {
          faults.add(
              Fault.of(field, "COMM-030", "commitment.failure.milestone-due", "place", i + 1));
        }
        continue;
      }
      read.add(
          new Milestone(
              id("milestone-id", i),
              clean(typed.at("milestone-title", i)),
              due,
              whole(field, typed.at("milestone-after", i))));
    }
    return read;
  }

  private List<Target> targets() {
    List<Target> read = new ArrayList<>();
    for (int i = 0; i < typed.rows("target"); i++) {
      if (typed.isBlank("target", i, List.of("target-id"))) {
        continue;
      }
      String field = "target-" + (i + 1);
      read.add(
          new Target(
              id("target-id", i),
              clean(typed.at("target-indicator", i)),
              typed.at("target-sdg", i),
              number(field, typed.at("target-baseline", i)),
              date(field, typed.at("target-baseline-on", i)),
              number(field, typed.at("target-value", i)),
              clean(typed.at("target-unit", i)),
              date(field, typed.at("target-due", i))));
    }
    return read;
  }

  private List<Means> means() {
    List<Means> read = new ArrayList<>();
    List<String> chosen = List.of("means-id", "means-direction", "means-kind", "means-region");
    for (int i = 0; i < typed.rows("means"); i++) {
      if (typed.isBlank("means", i, chosen)) {
        continue;
      }
      String field = "means-" + (i + 1);
      read.add(
          new Means(
              id("means-id", i),
              typed.at("means-direction", i).equals("offer"),
              kind(field, typed.at("means-kind", i)),
              clean(typed.at("means-text", i)),
              number(field, typed.at("means-amount", i)),
              clean(typed.at("means-unit", i)),
              clean(typed.at("means-period", i)),
              typed.at("means-region", i)));
    }
    return read;
  }

  private Means.Kind kind(String field, String text) {
    return Arrays.stream(Means.Kind.values())
        .filter(it -> it.tag().equals(text))
        .findFirst()
        .orElseGet(() -> {
          faults.add(Fault.of(field, "COMM-013", "commitment.failure.code", "code", text));
          return Means.Kind.FINANCE;
        });
  }

  private @Nullable LocalDate date(String field, String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      faults.add(Fault.of(field, "COMM-031", "commitment.failure.date", "value", text));
      return null;
    }
  }

  private @Nullable BigDecimal number(String field, String text) {
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("-?[0-9]{1,15}([.][0-9]{1,6})?")) {
      faults.add(Fault.of(field, "COMM-032", "commitment.failure.number", "value", text));
      return null;
    }
    return new BigDecimal(text);
  }

  private int whole(String field, String text) {
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.matches("[0-9]{1,3}")) {
      faults.add(Fault.of(field, "COMM-032", "commitment.failure.number", "value", text));
      return 0;
    }
    return Integer.parseInt(text);
  }

  private long id(String name, int row) {
    String text = typed.at(name, row);
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }

  private static String clean(String text) {
    return text.replace('\0', ' ').strip();
  }
}
