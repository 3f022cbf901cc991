package vallarta.compact.commitment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vallarta.compact.commitment.framework.Framework;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.Holdings;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.language.Language;
import vallarta.compact.web.part.Fault;

/// Tells what is wrong with what somebody undertakes, field by field. What is missing for it to be
/// measured is not wrong: that is [Measure]'s business.
@Component
class UndertakingCheck {

  static final int LONGEST_LINE = 300;
  static final int LONGEST_TEXT = 8_000;
  static final int MOST_PARTS = 30;
  static final Set<String> LEVELS = Set.of("community", "local", "national", "regional", "global");

  private final Consultations consultations;
  private final Framework framework;
  private final Sources sources;
  private final Clock clock;

  UndertakingCheck(Consultations consultations, Framework framework, Sources sources, Clock clock) {
    this.consultations = consultations;
    this.framework = framework;
    this.sources = sources;
    this.clock = clock;
  }

  /// @param historical whether its dates may lie in the past
  /// @return nothing when it can be taken
  List<Fault> of(Undertaking it, boolean historical) {
    List<Fault> faults = new ArrayList<>();
    words(faults, "title", it.title(), true, LONGEST_LINE);
    words(faults, "text", it.text(), true, LONGEST_TEXT);
    words(faults, "office", it.office(), false, LONGEST_LINE);
    if (Language.find(it.language()).isEmpty()) {
      faults.add(Fault.of("language", "COMM-012", "commitment.failure.language"));
    }
    if (!it.level().isEmpty() && !LEVELS.contains(it.level())) {
      faults.add(Fault.of("level", "COMM-013", "commitment.failure.code", "code", it.level()));
    }
    codes(faults, it);
    times(faults, it, historical);
    new PartCheck(faults, framework).of(it);
    for (String source : it.sources()) {
      if (!sources.exists(source)) {
        faults.add(Fault.of("sources", "COMM-016", "commitment.failure.source", "source", source));
      }
    }
    return faults;
  }

  private static void words(
      List<Fault> faults, String field, String text, boolean required, int most) {
    if (required && text.isEmpty()) {
      faults.add(Fault.of(field, "COMM-010", "commitment.failure.empty." + field));
    }
    if (text.length() > most) {
      faults.add(
          Fault.of(
              field, "COMM-011", "commitment.failure.long", "count", text.length(), "most", most));
    }
  }

  private void codes(List<Fault> faults, Undertaking it) {
    Holdings holdings = consultations.holdings();
    terms(faults, holdings, Scheme.DIMENSION, "dimension", it.dimensions());
    terms(faults, holdings, Scheme.THEME, "theme", it.themes());
    for (String objective : it.objectives()) {
      if (framework.findObjective(objective).isEmpty()) {
        faults.add(Fault.of("objective", "COMM-013", "commitment.failure.code", "code", objective));
      }
    }
    for (String target : it.sdg()) {
      if (framework.findTarget(target).isEmpty()) {
        faults.add(Fault.of("sdg", "COMM-014", "commitment.failure.sdg", "code", target));
      }
    }
  }

  private static void terms(
      List<Fault> faults, Holdings holdings, Scheme scheme, String field, List<String> ids) {
    for (String id : ids) {
      if (holdings.thesaurus().find(scheme, id).filter(it -> !it.isGroup()).isEmpty()) {
        faults.add(Fault.of(field, "COMM-013", "commitment.failure.code", "code", id));
      }
    }
  }

  private void times(List<Fault> faults, Undertaking it, boolean historical) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (it.due() != null && it.starts() != null && it.due().isBefore(it.starts())) {
      faults.add(Fault.of("due", "COMM-015", "commitment.failure.ends-before"));
    }
    if (historical) {
      return;
    }
    if (it.due() != null && it.due().isBefore(today)) {
      faults.add(Fault.of("due", "COMM-017", "commitment.failure.past", "today", today.toString()));
    }
    if (it.firstReport() != null && it.firstReport().isBefore(today)) {
      faults.add(
          Fault.of(
              "first-report", "COMM-017", "commitment.failure.past", "today", today.toString()));
    }
  }
}
