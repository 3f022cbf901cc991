package vallarta.compact.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.Holdings;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.language.Language;
import vallarta.compact.participation.meeting.Meetings;
import vallarta.compact.participation.meeting.SessionType;
import vallarta.compact.web.part.Fault;

/// Tells what is wrong with what somebody tells of a practice, field by field.
@Component
class TellingCheck {

  static final int LONGEST_LINE = 300;
  static final int LONGEST_TEXT = 4_000;

  private final Consultations consultations;
  private final Meetings meetings;

  TellingCheck(Consultations consultations, Meetings meetings) {
    this.consultations = consultations;
    this.meetings = meetings;
  }

  /// @return nothing when it can be taken
  List<Fault> of(Telling it) {
    List<Fault> faults = new ArrayList<>();
    if (it.owner().isEmpty()) {
      faults.add(new Fault("owner", "PRAC-018", "practice.failure.owner", Map.of()));
    }
    words(faults, "title", it.title(), true, LONGEST_LINE);
    words(faults, "summary", it.summary(), true, LONGEST_TEXT);
    words(faults, "objective", it.objective(), true, LONGEST_TEXT);
    words(faults, "initiative", it.initiative(), false, LONGEST_LINE);
    words(faults, "speaker", it.speaker(), false, LONGEST_LINE);
    words(faults, "contact", it.contact(), false, LONGEST_LINE);
    if (Topic.find(it.topic()).isEmpty()) {
      faults.add(new Fault("topic", "PRAC-012", "practice.failure.topic", Map.of()));
    }
    if (it.contact().contains("@")) {
      faults.add(new Fault("contact", "PRAC-013", "practice.failure.mailbox", Map.of()));
    }
    if (Language.find(it.language()).isEmpty()) {
      faults.add(new Fault("language", "PRAC-014", "practice.failure.language", Map.of()));
    }
    if (!it.session().isEmpty() && !isTalk(it.session())) {
      faults.add(
          new Fault(
              "session", "PRAC-015", "practice.failure.session", Map.of("session", it.session())));
    }
    coded(faults, it, consultations.holdings());
    return faults;
  }

  private static void words(
      List<Fault> faults, String field, String text, boolean required, int most) {
    if (required && text.isEmpty()) {
      faults.add(new Fault(field, "PRAC-010", "practice.failure.empty." + field, Map.of()));
    }
    if (text.length() > most) {
      faults.add(
          new Fault(
              field,
              "PRAC-011",
              "practice.failure.long",
              Map.of("count", text.length(), "most", most)));
    }
  }

  private boolean isTalk(String session) {
    return meetings
        .findSession(session)
        .filter(it -> it.type() == SessionType.LAB_TALK && it.meeting().published())
        .isPresent();
  }

  private static void coded(List<Fault> faults, Telling it, Holdings holdings) {
    codes(faults, holdings, Scheme.DIMENSION, "dimension", it.dimensions());
    codes(faults, holdings, Scheme.THEME, "theme", it.themes());
    for (String statement : it.statements()) {
      if (StatementId.find(statement).flatMap(holdings::find).isEmpty()) {
        faults.add(
            new Fault(
                "statements",
                "PRAC-017",
                "practice.failure.statement",
                Map.of("statement", statement)));
      }
    }
  }

  private static void codes(
      List<Fault> faults, Holdings holdings, Scheme scheme, String field, List<String> ids) {
    for (String id : ids) {
      if (holdings.thesaurus().find(scheme, id).filter(it -> !it.isGroup()).isEmpty()) {
        faults.add(new Fault(field, "PRAC-016", "practice.failure.code", Map.of("code", id)));
      }
    }
  }
}
