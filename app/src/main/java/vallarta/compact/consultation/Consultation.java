package vallarta.compact.consultation;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An event or call that gathers inputs.
///
/// @param ref its stable reference
/// @param title in its own language
/// @param titleLanguage BCP 47 tag of title, or empty
/// @param country ISO 3166-1 alpha-3 of the place, or empty
/// @param starts local time at the place, null when nobody told it
/// @param ends local time at the place, null when nobody told it
/// @param zone IANA zone of both, null when there are no times
/// @param region UN M49 code, or empty
/// @param source who told of it, or empty when the register itself is the source
/// @param fictional whether it is invented for the demonstration
public record Consultation(
    String ref,
    ConsultationType type,
    String title,
    String titleLanguage,
    String host,
    String place,
    String country,
    @Nullable LocalDateTime starts,
    @Nullable LocalDateTime ends,
    @Nullable ZoneId zone,
    String region,
    String source,
    boolean fictional) {

  /// A consultation of which nothing but the reference is known.
  static Consultation named(String ref) {
    return new Consultation(
        ref, ConsultationType.WRITTEN_CALL, ref, "", "", "", "", null, null, null, "", "", false);
  }

  public Optional<ZonedDateTime> start() {
    return zoned(starts);
  }

  public Optional<ZonedDateTime> end() {
    return zoned(ends);
  }

  private Optional<ZonedDateTime> zoned(@Nullable LocalDateTime local) {
    ZoneId at = zone;
    return local == null || at == null ? Optional.empty() : Optional.of(local.atZone(at));
  }
}
