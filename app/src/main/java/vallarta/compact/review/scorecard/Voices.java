package vallarta.compact.review.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.Statement;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.participation.floor.SpeakingTimes;
import vallarta.compact.participation.floor.SpeakingTimes.By;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.participation.meeting.Meetings;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.stocktaking.outcome.Dispositions;
import vallarta.compact.stocktaking.outcome.Dispositions.Disposition;

/// Who was heard: what became of each statement, and who had the floor how long.
@Component
class Voices {

  private static final int BEGINNING = 160;

  private final Consultations consultations;
  private final Dispositions dispositions;
  private final Meetings meetings;
  private final SpeakingTimes times;

  Voices(
      Consultations consultations,
      Dispositions dispositions,
      Meetings meetings,
      SpeakingTimes times) {
    this.consultations = consultations;
    this.dispositions = dispositions;
    this.meetings = meetings;
    this.times = times;
  }

  /// Each statement with what became of it.
  List<Line> answered() {
    List<Statement> all = consultations.holdings().statements();
    Map<StatementId, Disposition> became =
        dispositions.of(all.stream().map(Statement::id).toList());
    List<Line> lines = new ArrayList<>(all.size());
    for (Statement it : all) {
      Disposition disposition = became.get(it.id());
      if (disposition != null) {
        lines.add(
            new Line(
                it.id().toString(),
                "/statements/" + it.id(),
                it.voice().isKnown() ? it.voice().key() : "",
                beginning(it.text()),
                it.language().tag(),
                disposition.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                1,
                String.join(" ", disposition.points())));
      }
    }
    return lines;
  }

  /// Each type of stakeholder that spoke in a session of a published meeting, with its seconds.
  List<Line> spoken() {
    List<Line> lines = new ArrayList<>();
    for (Meeting meeting : meetings.list()) {
      if (meeting.published()) {
        meetings.sessions(meeting).forEach(it -> add(lines, it));
      }
    }
    return lines;
  }

  private void add(List<Line> lines, Session session) {
    for (SpeakingTimes.Share share : times.ofSession(session.ref())) {
      if (share.by() == By.STAKEHOLDER_TYPE) {
        lines.add(
            new Line(
                session.ref(),
                "/sessions/" + session.ref(),
                "",
                session.title(),
                session.titleLanguage(),
                share.code(),
                share.seconds(),
                Integer.toString(share.turns())));
      }
    }
  }

  private static String beginning(String text) {
    return text.codePointCount(0, text.length()) <= BEGINNING
        ? text
        : text.substring(0, text.offsetByCodePoints(0, BEGINNING)) + "…";
  }
}
