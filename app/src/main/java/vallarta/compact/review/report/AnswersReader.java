package vallarta.compact.review.report;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vallarta.compact.commitment.Target;
import vallarta.compact.commitment.Undertaking;
import vallarta.compact.web.part.Fault;

/// Reads the form of a report.
final class AnswersReader {

  /// Values that no measure has.
  private static final int MOST_DIGITS = 30;

  private final Map<String, String> fields;
  private final List<Fault> faults = new ArrayList<>();

  AnswersReader(Map<String, String> fields) {
    this.fields = fields;
  }

  Answers read(Undertaking of) {
    List<Answers.Measured> measured = new ArrayList<>();
    for (Target target : of.targets()) {
      @Nullable BigDecimal value = number("value-" + target.id());
      @Nullable LocalDate on = day("on-" + target.id());
      if (value != null) {
        measured.add(new Answers.Measured(target.id(), value, on));
      }
    }
    return new Answers(
        text("progress"),
        text("language"),
        text("achieved"),
        text("hindered"),
        text("means"),
        text("next"),
        measured);
  }

  List<Fault> faults() {
    return faults;
  }

  private String text(String name) {
    return fields.getOrDefault(name, "").replace("\r\n", "\n").replace('\0', ' ').strip();
  }

  private @Nullable BigDecimal number(String name) {
    String typed = text(name);
    if (typed.isEmpty()) {
      return null;
    }
    if (!typed.matches("-?[0-9]{1,20}([.][0-9]{1,10})?") || typed.length() > MOST_DIGITS) {
      faults.add(Fault.of(name, "REV-120", "review.report.failure.number", "value", typed));
      return null;
    }
    return new BigDecimal(typed);
  }

  private @Nullable LocalDate day(String name) {
    String typed = text(name);
    if (typed.isEmpty()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(typed);
      if (day.getYear() < 1900 || day.getYear() > 2200) {
        throw new DateTimeException("no year of a report");
      }
      return day;
    } catch (DateTimeException e) {
      faults.add(Fault.of(name, "REV-121", "review.report.failure.day", "value", typed));
      return null;
    }
  }
}
