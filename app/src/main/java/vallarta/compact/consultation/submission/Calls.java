package vallarta.compact.consultation.submission;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.consultation.Consultation;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.NotPublished;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.store.Revision;

/// Calls for submissions and their deadlines. A deadline is announced once; it is moved by an
/// extension alone, later and never earlier, with a reason that everybody can read.
@Service
class Calls {

  private final Consultations consultations;
  private final ExtensionTable extensions;
  private final SubmissionTable submissions;
  private final Stakeholders stakeholders;
  private final SubmissionMails mails;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final Clock clock;

  Calls(
      Consultations consultations,
      ExtensionTable extensions,
      SubmissionTable submissions,
      Stakeholders stakeholders,
      SubmissionMails mails,
      PublicRecord publicRecord,
      Revision revision,
      Clock clock) {
    this.consultations = consultations;
    this.extensions = extensions;
    this.submissions = submissions;
    this.stakeholders = stakeholders;
    this.mails = mails;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.clock = clock;
  }

  /// The consultation of that reference as it is now.
  ///
  /// @throws NotPublished answered with 404
  @Transactional(readOnly = true)
  Consultation get(String ref) {
    return consultations.find(ref).orElseThrow(() -> new NotPublished("CONS-001", ref));
  }

  @Transactional(readOnly = true)
  List<Extension> extensions(String consultation) {
    return extensions.of(consultation);
  }

  /// The deadline that holds for a stakeholder, or for all when the key is empty; empty where
  /// nothing is called for.
  @Transactional(readOnly = true)
  Optional<Deadline> deadline(Consultation consultation, String stakeholder) {
    return deadline(consultation, extensions.of(consultation.ref()), stakeholder);
  }

  /// The latest of the announced deadline and of the extensions that are for the stakeholder.
  static Optional<Deadline> deadline(
      Consultation consultation, List<Extension> extensions, String stakeholder) {
    Consultation.Call call = consultation.call();
    ZoneId zone = consultation.zone();
    if (call == null || zone == null) {
      return Optional.empty();
    }
    List<Deadline> all = new ArrayList<>();
    all.add(Deadline.of(call.deadline(), zone, 0));
    extensions.stream()
        .filter(it -> it.consultation().equals(consultation.ref()) && it.isFor(stakeholder))
        .forEach(it -> all.add(Deadline.of(it.deadline(), zone, it.id())));
    return all.stream().max(Comparator.comparing(it -> it.at().toInstant()));
  }

  /// Keeps the deadline from being moved until the end of the transaction.
  void keep(String consultation) {
    extensions.keep(consultation);
  }

  /// Whether a stakeholder can begin a submission: the deadline is not over, or what is late is
  /// taken.
  @Transactional(readOnly = true)
  boolean isOpen(Consultation consultation, String stakeholder) {
    Consultation.Call call = consultation.call();
    return call != null
        && (call.takesLate()
            || deadline(consultation, stakeholder)
                .filter(it -> !it.isOverAt(clock.instant()))
                .isPresent());
  }

  /// Announces a call, or changes which languages it takes and what becomes of late ones.
  ///
  /// @param zone IANA zone of a consultation that has none yet
  @Transactional
  void announce(String ref, LocalDateTime deadline, String zone, Consultation.Call said) {
    extensions.hold(ref);
    Consultation before = get(ref);
    Consultation.Call known = before.call();
    ZoneId at = before.zone() == null ? zone(zone) : before.zone();
    if (known == null && Deadline.of(existing(deadline, at), at, 0).isOverAt(clock.instant())) {
      throw Refusals.unprocessable("CONS-046", "past", Map.of());
    }
    Consultation.Call call =
        known == null
            ? new Consultation.Call(
                existing(deadline, at), null, said.languages(), said.takesLate())
            : new Consultation.Call(
                known.deadline(), known.extendedTo(), said.languages(), said.takesLate());
    consultations.announce(before.calling(call, at));
  }

  /// Moves the deadline for all, or for one stakeholder, and measures by it what was handed in.
  ///
  /// @param stakeholder its key, empty for all
  @Transactional
  Extension extend(String ref, String stakeholder, LocalDateTime deadline, String reason, long by) {
    extensions.hold(ref);
    Consultation consultation = get(ref);
    ZoneId zone = consultation.zone();
    Deadline before = deadline(consultation, stakeholder).orElseThrow(() -> Refusals.noCall(ref));
    if (!stakeholder.isEmpty()
        && stakeholders.find(stakeholder).filter(Stakeholder::isKnown).isEmpty()) {
      throw Refusals.unprocessable("CONS-037", "whom", Map.of("name", stakeholder));
    }
    String why = reason.replace('\0', ' ').strip();
    if (why.isEmpty() || why.length() > Particulars.LONGEST_TEXT) {
      throw Refusals.word("why");
    }
    LocalDateTime to = existing(deadline, Objects.requireNonNull(zone));
    if (!Deadline.of(to, zone, 0).at().isAfter(before.at())) {
      throw Refusals.unprocessable(
          "CONS-045",
          "not-later",
          Map.of("before", before.at().toLocalDateTime().toString().replace('T', ' ')));
    }
    Extension extension =
        extensions.insert(
            ref, stakeholder, to, why, clock.instant().truncatedTo(ChronoUnit.MILLIS), by);
    if (!stakeholder.isEmpty()) {
      stakeholders.publish(List.of(stakeholder));
    }
    publicRecord.enter(List.of(new Act(ActType.DEADLINE_EXTENDED, SubmissionFacts.of(extension))));
    measure(consultation);
    mails.extended(consultation, extension, Deadline.of(to, zone, extension.id()));
    revision.touch();
    return extension;
  }

  /// Tells of each submission anew whether it is late.
  private void measure(Consultation consultation) {
    List<Extension> all = extensions.of(consultation.ref());
    for (Submission it : submissions.ofConsultation(consultation.ref())) {
      Submission.Arrival arrival = it.arrival();
      if (arrival != null) {
        Deadline deadline = deadline(consultation, all, it.owner()).orElseThrow();
        Submission.Arrival now = measured(arrival, deadline);
        if (!now.equals(arrival)) {
          submissions.measure(it.id(), now);
          if (it.recorded()) {
            publicRecord.enter(
                List.of(
                    new Act(
                        ActType.CORRECTION,
                        SubmissionFacts.of(submissions.find(it.id()).orElseThrow()))));
          }
        }
      }
    }
  }

  /// The same arrival, measured by that deadline.
  static Submission.Arrival measured(Submission.Arrival it, @Nullable Deadline deadline) {
    boolean late = deadline != null && deadline.isOverAt(it.received());
    return new Submission.Arrival(
        it.received(),
        it.last(),
        it.by(),
        it.what(),
        deadline == null ? null : deadline.at().toInstant(),
        deadline == null ? 0 : deadline.extension(),
        late);
  }

  private static ZoneId zone(String name) {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(name.strip()::equals)
        .findFirst()
        .map(ZoneId::of)
        .orElseThrow(() -> Refusals.unprocessable("CONS-044", "zone", Map.of("zone", name)));
  }

  /// A time that the clocks of the place will show.
  private static LocalDateTime existing(LocalDateTime time, ZoneId zone) {
    if (zone.getRules().getValidOffsets(time).isEmpty()) {
      ZoneOffsetTransition change = zone.getRules().getTransition(time);
      throw Refusals.unprocessable(
          "CONS-043",
          "no-such-time",
          Map.of(
              "time", time.toString().replace('T', ' '),
              "zone", zone.getId(),
              "before", change.getDateTimeBefore().toLocalTime().toString(),
              "after", change.getDateTimeAfter().toLocalTime().toString()));
    }
    return time.truncatedTo(ChronoUnit.MINUTES);
  }
}
