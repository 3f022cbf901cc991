package vallarta.compact.review.follow;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Entry;

/// What kind of change somebody is told of.
enum What {
  COMMITMENT_PUBLISHED(ActType.COMMITMENT_PUBLISHED),
  COMMITMENT_CHANGED(ActType.CORRECTION),
  COMMITMENT_WITHDRAWN(ActType.CORRECTION),
  STANDING_CHANGED(null),
  REPORT_PUBLISHED(ActType.REPORT_PUBLISHED),
  PARALLEL_REPORT_PUBLISHED(ActType.PARALLEL_REPORT_PUBLISHED),
  REPLY_PUBLISHED(ActType.REPLY_PUBLISHED),
  LABEL_RAISED(ActType.LABEL_RAISED),
  LABEL_DECIDED(ActType.LABEL_DECIDED),
  FINDING_PUBLISHED(ActType.FINDING_PUBLISHED),
  /// Something else than a commitment, such as a report, now reads otherwise.
  CORRECTED(ActType.CORRECTION),
  POINT_PUBLISHED(ActType.POINT_PUBLISHED),
  DISPOSITION_DECIDED(ActType.DISPOSITION_DECIDED),
  COMMITMENT_PROPOSED(ActType.COMMITMENT_PROPOSED),
  SUBMISSION_DECIDED(ActType.SUBMISSION_DECIDED);

  /// Those that are about commitments and what came of them.
  static final Set<What> OF_COMMITMENTS = EnumSet.range(COMMITMENT_PUBLISHED, CORRECTED);

  private static final Set<String> COMMITTED = Set.of("CM", "RP", "PL", "RY", "OL", "FN");

  private final @Nullable ActType act;

  What(@Nullable ActType act) {
    this.act = act;
  }

  /// The word in tables, addresses and keys: `report-published`.
  String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The acts of which entries of the record may tell these.
  static Set<ActType> acts(Set<What> of) {
    return of.stream()
        .flatMap(it -> Optional.ofNullable(it.act).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// What an entry tells, empty where it is nothing of which anybody is told.
  static Optional<What> of(Entry it) {
    String kind = it.of().substring(0, it.of().indexOf('-'));
    if (it.type() != ActType.CORRECTION) {
      return EnumSet.allOf(What.class).stream().filter(what -> what.act == it.type()).findFirst();
    }
    return switch (kind) {
      case "CM" ->
          Optional.of(
              it.value("state").equals("withdrawn") ? COMMITMENT_WITHDRAWN : COMMITMENT_CHANGED);
      case "PT", "PC", "DI" -> Optional.of(CORRECTED);
      default -> COMMITTED.contains(kind) ? Optional.of(CORRECTED) : Optional.empty();
    };
  }

  /// Whether it is about a commitment or what came of one.
  static boolean isOfCommitment(String ref) {
    return COMMITTED.contains(ref.substring(0, ref.indexOf('-')));
  }
}
