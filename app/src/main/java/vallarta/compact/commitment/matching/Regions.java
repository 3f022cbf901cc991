package vallarta.compact.commitment.matching;

import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which regions of UN M49 lie in which, as CLDR has them.
final class Regions {

  private static final List<String> ALL =
      Stream.of(
              RegionType.WORLD, RegionType.CONTINENT, RegionType.SUBCONTINENT, RegionType.GROUPING)
          .flatMap(type -> Region.getAvailable(type).stream())
          .map(Region::toString)
          .filter(code -> code.matches("[0-9]{3}"))
          .sorted()
          .toList();

  private Regions() {}

  /// That region and all that contain it.
  static List<String> around(String code) {
    return ALL.stream().filter(it -> contains(it, code)).toList();
  }

  /// That region and all that lie in it.
  static List<String> within(String code) {
    return ALL.stream().filter(it -> contains(code, it)).toList();
  }

  /// Whether the first is the second or contains it.
  static boolean contains(String outer, String inner) {
    Optional<Region> around = region(outer);
    Optional<Region> of = region(inner);
    return around.isPresent()
        && of.isPresent()
        && (around.get().equals(of.get()) || around.get().contains(of.get()));
  }

  private static Optional<Region> region(String code) {
    return ALL.contains(code) ? Optional.of(Region.getInstance(code)) : Optional.empty();
  }
}
