package vallarta.compact.consultation.submission;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Disclosure;
import vallarta.compact.record.Entry;
import vallarta.compact.record.Facts;
import vallarta.compact.record.RecordedFacts;

/// What the public record says of submissions and of moved deadlines. No person is in it, and no
/// title or word of what was handed in: until it is published these are its owner's, and then the
/// input tells them.
@Component
final class SubmissionFacts implements RecordedFacts {

  private final SubmissionTable submissions;
  private final ExtensionTable extensions;

  SubmissionFacts(SubmissionTable submissions, ExtensionTable extensions) {
    this.submissions = submissions;
    this.extensions = extensions;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("SU-", "EX-");
  }

  @Override
  public ActType act(Facts facts) {
    return facts.of().startsWith("EX-") ? ActType.DEADLINE_EXTENDED : ActType.SUBMISSION_HANDED_IN;
  }

  @Override
  public Optional<String> page(Entry entry) {
    return entry.of().startsWith("EX-")
        ? entry.find("consultation").map(Disclosure::value).map(it -> "/consultations/" + it)
        : Optional.of("/submissions/" + entry.of());
  }

  @Override
  public void forEach(Consumer<Facts> each) {
    extensions.list().stream().map(SubmissionFacts::of).forEach(each);
    submissions.list().stream().filter(Submission::recorded).map(SubmissionFacts::of).forEach(each);
  }

  static Facts of(Extension it) {
    return Facts.of(
        it.ref(),
        Map.of(
            "consultation", it.consultation(),
            "stakeholder", it.stakeholder(),
            "deadline", it.deadline().toString(),
            "reason", it.reason()));
  }

  static Facts of(Submission it) {
    Map<String, String> fields = new HashMap<>();
    fields.put("consultation", it.consultation());
    fields.put("stakeholder", it.owner());
    fields.put("step", it.state().tag());
    fields.put("cosignatories", String.join("\n", it.confirmed()));
    fields.put("reason", it.state() == Submission.State.DECLINED ? it.word() : "");
    fields.put("input", it.inputRef());
    Submission.Arrival arrival = it.arrival();
    if (arrival != null) {
      fields.put("sha256", arrival.what().sha256());
      fields.put("size_bytes", Long.toString(arrival.what().bytes()));
      fields.put("received", arrival.received().toString());
      fields.put("handed_in", said(arrival.last().equals(arrival.received()), arrival.last()));
      fields.put("deadline", said(arrival.deadline() == null, arrival.deadline()));
      fields.put("extension", arrival.extension() == 0 ? "" : "EX-" + arrival.extension());
      fields.put("late", arrival.late() ? "true" : "");
    }
    return Facts.of(it.ref(), fields);
  }

  private static String said(boolean not, @Nullable Instant moment) {
    return not || moment == null ? "" : moment.toString();
  }
}
