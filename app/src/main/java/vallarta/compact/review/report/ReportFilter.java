package vallarta.compact.review.report;

import java.util.List;
import java.util.Map;

/// What narrows the list of reports; an empty value stands for any.
///
/// @param commitment reference of a commitment
/// @param actor key of the stakeholder that reports
/// @param progress word of a [Progress]
/// @param unchanged `yes` for those that say in one click that the one before still holds, or `no`
record ReportFilter(String commitment, String actor, String progress, String unchanged) {

  static final ReportFilter ALL = new ReportFilter("", "", "", "");

  /// The names of the parameters of addresses.
  static final List<String> NAMES = List.of("commitment", "actor", "progress", "unchanged");

  static final String WHERE =
      """
      from review.report r
      where r.published_at is not null
        and (:commitment = 0 or r.commitment = :commitment)
        and (:actor = '' or r.stakeholder = :actor)
        and (:progress = '' or r.progress = :progress)
        and (:unchanged = '' or r.unchanged = (:unchanged = 'yes'))
      """;

  static ReportFilter of(Map<String, String> parameters) {
    return new ReportFilter(
        parameters.getOrDefault("commitment", "").strip(),
        parameters.getOrDefault("actor", ""),
        parameters.getOrDefault("progress", ""),
        parameters.getOrDefault("unchanged", ""));
  }

  /// 0 for any, -1 for what is no reference.
  long commitmentNumber() {
    if (commitment.isEmpty()) {
      return 0;
    }
    return commitment.matches("CM-[1-9][0-9]{0,17}") ? Long.parseLong(commitment.substring(3)) : -1;
  }
}
