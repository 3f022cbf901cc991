package vallarta.compact.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A part without which nobody can tell by measure whether a commitment was kept.
public enum Measure {
  ACTOR,
  INDICATOR,
  UNIT,
  BASELINE,
  VALUE,
  DEADLINE,
  MEANS;

  static Measure of(String tag) {
    return valueOf(tag.toUpperCase(Locale.ROOT));
  }

  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The parts that are missing, in their fixed order. One target that has everything is enough: a
  /// second one without a baseline does not make it worse.
  ///
  /// An actor is missing where only the owner's name is there and nobody within it: an office or a
  /// second actor has to be named.
  static List<Measure> missing(Undertaking told, int actors) {
    List<Measure> missing = new ArrayList<>();
    if (told.office().isEmpty() && actors < 2) {
      missing.add(ACTOR);
    }
    if (told.targets().isEmpty()) {
      missing.addAll(List.of(INDICATOR, UNIT, BASELINE, VALUE));
    } else {
      missing.addAll(
          told.targets().stream()
              .map(Measure::missing)
              .min((a, b) -> Integer.compare(a.size(), b.size()))
              .orElseThrow());
    }
    if (told.due() == null && told.targets().stream().allMatch(it -> it.due() == null)) {
      missing.add(DEADLINE);
    }
    if (told.means().isEmpty()) {
      missing.add(MEANS);
    }
    return missing;
  }

  private static List<Measure> missing(Target it) {
    List<Measure> missing = new ArrayList<>();
    if (it.unit().isEmpty()) {
      missing.add(UNIT);
    }
    if (it.baseline() == null) {
      missing.add(BASELINE);
    }
    if (it.value() == null) {
      missing.add(VALUE);
    }
    return missing;
  }
}
