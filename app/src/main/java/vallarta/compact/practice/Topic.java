package vallarta.compact.practice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a talk of the lab is about.
enum Topic {
  DATA_AND_EVIDENCE,
  PERCEPTIONS_AND_NARRATIVE,
  MIGRATION_AND_IDENTITY,
  RIGHTS_AND_PROTECTION,
  WORK_AND_SKILLS,
  LOCAL_ACTION,
  DIASPORA_AND_DEVELOPMENT,
  CLIMATE_AND_MOBILITY,
  OTHER;

  /// The topic of that word.
  static Optional<Topic> find(String tag) {
    return Arrays.stream(values()).filter(it -> it.tag().equals(tag)).findFirst();
  }

  /// The word in tables, addresses and strings: `data-and-evidence`.
  String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
