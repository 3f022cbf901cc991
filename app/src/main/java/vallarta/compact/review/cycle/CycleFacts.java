package vallarta.compact.review.cycle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Entry;
import vallarta.compact.record.Facts;
import vallarta.compact.record.RecordedFacts;

/// What the public record says of reviews, assessments and findings: never who the reviewers are.
@Component
final class CycleFacts implements RecordedFacts {

  private final ReviewTable table;
  private final AssessmentTable assessments;

  CycleFacts(ReviewTable table, AssessmentTable assessments) {
    this.table = table;
    this.assessments = assessments;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("RV-", "AS-", "FN-");
  }

  @Override
  public ActType act(Facts facts) {
    return facts.of().startsWith("RV-") ? ActType.REVIEW_OPENED : ActType.FINDING_PUBLISHED;
  }

  @Override
  public Optional<String> page(Entry entry) {
    return entry.of().startsWith("RV-")
        ? Optional.of("/reviews/" + entry.of())
        : entry.find("commitment").map(it -> "/commitments/" + it.value());
  }

  @Override
  public void forEach(Consumer<Facts> each) {
    List<Review> reviews = table.list();
    reviews.stream().map(CycleFacts::of).forEach(each);
    assessments.published().stream().map(CycleFacts::of).forEach(each);
    reviews.forEach(it -> table.findings(it.id()).stream().map(CycleFacts::of).forEach(each));
  }

  static Facts of(Review it) {
    Map<String, String> fields = new HashMap<>();
    fields.put("name", it.name());
    fields.put("language", it.language());
    fields.put("forum", it.forum());
    fields.put("year", Integer.toString(it.year()));
    fields.put("seed", Long.toString(it.seed()));
    fields.put("size", Integer.toString(it.size()));
    fields.put("sample", String.join("\n", it.sample().stream().map(CycleFacts::line).toList()));
    fields.put("state", it.isPublished() ? "published" : "open");
    return Facts.of(it.ref(), fields);
  }

  static Facts of(Assessment it) {
    Map<String, String> fields = new HashMap<>();
    fields.put("review", "RV-" + it.review());
    fields.put("commitment", it.commitmentRef());
    fields.put("finding", it.found().tag());
    fields.put("language", it.words().language());
    fields.put("reasons", it.words().reasons());
    fields.put("recommendation", it.recommendation());
    return Facts.of(it.ref(), fields).about(it.commitmentRef());
  }

  static Facts of(Finding it) {
    Map<String, String> fields = new HashMap<>();
    fields.put("review", "RV-" + it.stands().review());
    fields.put("commitment", it.stands().commitmentRef());
    fields.put("finding", it.verdict().tag());
    fields.put("rests_on", it.stands().ref());
    fields.put("agreement", it.agreement());
    fields.put("dissent", it.dissent().map(Assessment::ref).orElse(""));
    return Facts.of(it.ref(), fields).about(it.stands().commitmentRef());
  }

  private static String line(Review.Drawn it) {
    return it.ref()
        + " "
        + it.risk()
        + " "
        + String.join(" ", it.why().stream().map(Sign::tag).toList());
  }
}
