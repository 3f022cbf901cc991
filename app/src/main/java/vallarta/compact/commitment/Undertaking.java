package vallarta.compact.commitment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an actor undertakes, as its owner tells it: everything of a commitment that the owner
/// writes.
///
/// @param language BCP 47 tag of title and text
/// @param level where it is carried out: community, local, national, regional or global; or empty
/// @param objectives of the compact, by their numbers
/// @param sdg targets of the 2030 Agenda (`10.7`)
/// @param office who is responsible for it within the owner, or empty
/// @param starts null when nobody said it
/// @param due when its time is over, null when nobody said it
/// @param firstReport when the first report is due, null for the usual: a year after it was
///   published
/// @param sources what it answers: statements, points, proposed commitments
public record Undertaking(
    String title,
    String text,
    String language,
    String level,
    List<String> dimensions,
    List<String> themes,
    List<String> objectives,
    List<String> sdg,
    Obligation obligation,
    String office,
    @Nullable LocalDate starts,
    @Nullable LocalDate due,
    Schedule schedule,
    @Nullable LocalDate firstReport,
    List<Milestone> milestones,
    List<Target> targets,
    List<Means> means,
    List<String> sources) {

  public Undertaking {
    dimensions = List.copyOf(dimensions);
    themes = List.copyOf(themes);
    objectives = List.copyOf(objectives);
    sdg = List.copyOf(sdg);
    milestones = List.copyOf(milestones);
    targets = List.copyOf(targets);
    means = List.copyOf(means);
    sources = List.copyOf(sources);
  }

  /// The same, filed under other codes.
  public Undertaking filed(
      List<String> underDimensions,
      List<String> underThemes,
      List<String> underObjectives,
      List<String> underSdg) {
    return new Undertaking(
        title,
        text,
        language,
        level,
        underDimensions,
        underThemes,
        underObjectives,
        underSdg,
        obligation,
        office,
        starts,
        due,
        schedule,
        firstReport,
        milestones,
        targets,
        means,
        sources);
  }

  /// The same, carried out at another level or by another office, with another obligation, reported
  /// on at other times.
  public Undertaking kept(String at, Obligation as, String by, Schedule on) {
    return new Undertaking(
        title,
        text,
        language,
        at,
        dimensions,
        themes,
        objectives,
        sdg,
        as,
        by,
        starts,
        due,
        on,
        firstReport,
        milestones,
        targets,
        means,
        sources);
  }
}
