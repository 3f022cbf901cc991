package vallarta.compact.review.report;

import java.util.HashMap;
import java.util.Map;

/// Answers as the form of a report shows them.
final class FormFields {

  private FormFields() {}

  static Map<String, String> of(Answers it) {
    Map<String, String> fields = new HashMap<>();
    fields.put("progress", it.progress());
    fields.put("language", it.language());
    fields.put("achieved", it.achieved());
    fields.put("hindered", it.hindered());
    fields.put("means", it.meansUsed());
    fields.put("next", it.nextSteps());
    for (Answers.Measured measured : it.measured()) {
      fields.put("value-" + measured.target(), measured.value().toPlainString());
      if (measured.on() != null) {
        fields.put("on-" + measured.target(), measured.on().toString());
      }
    }
    return fields;
  }
}
