package vallarta.compact.commitment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vallarta.compact.participation.Stakeholder;

/// What an actor undertakes, with who undertakes it and how far it is public.
///
/// @param ownRef the reference under which an import knows it, or empty
/// @param version raised by one at each change
/// @param actors who undertakes it, the owner first
/// @param missing what keeps it from being measured, in its fixed order
/// @param historical whether it was entered after its time
/// @param publishedAt when it was published first, null for a draft
public record Commitment(
    long id,
    String ownRef,
    int version,
    State state,
    List<Actor> actors,
    Undertaking told,
    List<Measure> missing,
    boolean historical,
    boolean fictional,
    @Nullable Instant publishedAt,
    String withdrawnReason) {

  /// How far a commitment is.
  public enum State {
    /// Its owner alone sees it.
    DRAFT,
    PUBLISHED,
    /// It stays readable, with the reason.
    WITHDRAWN;

    static State of(String tag) {
      return valueOf(tag.toUpperCase(Locale.ROOT));
    }

    public String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One of those who undertake it.
  ///
  /// @param answeredAt when it confirmed or declined, null while it is asked
  public record Actor(Stakeholder stakeholder, Answer answer, @Nullable Instant answeredAt) {

    /// What an actor said to it.
    public enum Answer {
      ASKED,
      CONFIRMED,
      DECLINED;

      static Answer of(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
      }

      public String tag() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  public Commitment {
    actors = List.copyOf(actors);
    missing = List.copyOf(missing);
  }

  /// Its reference, to cite: `CM-31`.
  public String ref() {
    return "CM-" + id;
  }

  /// Who wrote it.
  public Stakeholder owner() {
    return actors.getFirst().stakeholder();
  }

  public boolean isPublic() {
    return state != State.DRAFT;
  }

  /// Whether it can be seen by measure that it was kept.
  public boolean isMeasurable() {
    return missing.isEmpty();
  }

  /// Whether several undertake it together.
  public boolean isJoint() {
    return actors.size() > 1;
  }
}
