package vallarta.compact.review.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vallarta.compact.web.part.Difference;

/// An answer that reads otherwise than in the version before.
///
/// @param field its name in tables; `review.report.` and this is the key of its word
record AnswersChange(String field, String before, String after, List<Difference.Run> runs) {

  static List<AnswersChange> between(Answers was, Answers now) {
    Map<String, String> before = fields(was);
    List<AnswersChange> changes = new ArrayList<>();
    fields(now)
        .forEach((field, after) -> {
          String old = Objects.requireNonNull(before.get(field));
          if (!old.equals(after)) {
            changes.add(
                new AnswersChange(
                    field, old, after, Difference.between(old, after, now.language())));
          }
        });
    return changes;
  }

  private static Map<String, String> fields(Answers it) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("progress", it.progress());
    fields.put("language", it.language());
    fields.put("achieved", it.achieved());
    fields.put("hindered", it.hindered());
    fields.put("means", it.meansUsed());
    fields.put("next", it.nextSteps());
    fields.put(
        "measured",
        it.measured().stream().map(ReportFacts::line).collect(Collectors.joining("\n")));
    return fields;
  }
}
