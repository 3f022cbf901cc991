package vallarta.compact.consultation;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vallarta.compact.language.Language;

/// An event or call that gathers inputs.
///
/// @param ref its stable reference
/// @param title in its own language
/// @param titleLanguage BCP 47 tag of title, or empty
/// @param country ISO 3166-1 alpha-3 of the place, or empty
/// @param starts local time at the place, null when nobody told it
/// @param ends local time at the place, null when nobody told it
/// @param zone IANA zone of all its times, null when there are none
/// @param region UN M49 code, or empty
/// @param source who told of it, or empty when the register itself is the source
/// @param fictional whether it is invented for the demonstration
/// @param call null when it does not call for submissions
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
    boolean fictional,
    @Nullable Call call) {

  /// That it calls for submissions: until when, in which languages, and whether what comes later is
  /// taken.
  ///
  /// @param deadline as it was announced, on the clocks of the consultation
  /// @param extendedTo what it was moved to for all, null as long as it was not
  /// @param languages in which submissions are taken, none for all six
  /// @param takesLate whether what comes later is taken and marked, or refused
  public record Call(
      LocalDateTime deadline,
      @Nullable LocalDateTime extendedTo,
      List<Language> languages,
      boolean takesLate) {

    public Call {
      languages = languages.stream().distinct().sorted().toList();
    }

    /// All languages in which submissions are taken.
    public List<Language> accepted() {
      return languages.isEmpty() ? Language.list() : languages;
    }

    /// The deadline that holds for all.
    public LocalDateTime standing() {
      LocalDateTime moved = extendedTo;
      return moved != null && moved.isAfter(deadline) ? moved : deadline;
    }
  }

  /// A consultation of which nothing but the reference is known.
  static Consultation named(String ref) {
    return new Consultation(
        ref,
        ConsultationType.WRITTEN_CALL,
        ref,
        "",
        "",
        "",
        "",
        null,
        null,
        null,
        "",
        "",
        false,
        null);
  }

  public Optional<ZonedDateTime> start() {
    return zoned(starts);
  }

  public Optional<ZonedDateTime> end() {
    return zoned(ends);
  }

  /// The same with that call, in that zone.
  public Consultation calling(Call announced, ZoneId at) {
    return new Consultation(
        ref,
        type,
        title,
        titleLanguage,
        host,
        place,
        country,
        starts,
        ends,
        at,
        region,
        source,
        fictional,
        announced);
  }

  /// The IANA name of the zone, or empty.
  public String zoneId() {
    return zone == null ? "" : zone.getId();
  }

  private Optional<ZonedDateTime> zoned(@Nullable LocalDateTime local) {
    ZoneId at = zone;
    return local == null || at == null ? Optional.empty() : Optional.of(local.atZone(at));
  }
}
