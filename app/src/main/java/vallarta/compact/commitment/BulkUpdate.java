package vallarta.compact.commitment;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Many changes of commitments as one statement, a column an array: ten thousand of them take
/// seconds.
record BulkUpdate(List<Change> changes) {

  private static final String SQL =
      """
      update commitment.commitment c set version = c.version + 1, title = n.title, body = n.body,
        language = n.language, level = n.level, dimensions = string_to_array(n.dimensions, ' '),
        themes = string_to_array(n.themes, ' '), objectives = string_to_array(n.objectives, ' '),
        sdg = string_to_array(n.sdg, ' '), obligation = n.obligation, office = n.office,
        starts = nullif(n.starts, '')::date, due = nullif(n.due, '')::date, schedule = n.schedule,
        first_report = nullif(n.first_report, '')::date, sources = string_to_array(n.sources, ' '),
        missing = string_to_array(n.missing, ' '), changed_at = :at, changed_by = :by
      from unnest(:ids, :versions, :titles, :bodies, :languages, :levels, :dimensions, :themes,
        :objectives, :sdg, :obligations, :offices, :starts, :dues, :schedules, :firstReports, :sources,
        :missing)
        as n (id, version, title, body, language, level, dimensions, themes, objectives, sdg, obligation,
          office, starts, due, schedule, first_report, sources, missing)
      where c.id = n.id and c.version = n.version and c.state <> 'withdrawn'
      returning c.id
      """;

  static BulkUpdate of(List<Change> changes) {
    return new BulkUpdate(List.copyOf(changes));
  }

  /// The statement, but for when and by whom.
  StatementSpec applyTo(JdbcClient jdbc) {
    return jdbc.sql(SQL)
        .param("ids", changes.stream().map(it -> it.before().id()).toArray(Long[]::new))
        .param(
            "versions", changes.stream().map(it -> it.before().version()).toArray(Integer[]::new))
        .param("titles", texts(Undertaking::title))
        .param("bodies", texts(Undertaking::text))
        .param("languages", texts(Undertaking::language))
        .param("levels", texts(Undertaking::level))
        .param("dimensions", texts(it -> String.join(" ", it.dimensions())))
        .param("themes", texts(it -> String.join(" ", it.themes())))
        .param("objectives", texts(it -> String.join(" ", it.objectives())))
        .param("sdg", texts(it -> String.join(" ", it.sdg())))
        .param("obligations", texts(it -> it.obligation().tag()))
        .param("offices", texts(Undertaking::office))
        .param("starts", texts(it -> plain(it.starts())))
        .param("dues", texts(it -> plain(it.due())))
        .param("schedules", texts(it -> it.schedule().tag()))
        .param("firstReports", texts(it -> plain(it.firstReport())))
        .param("sources", texts(it -> String.join(" ", it.sources())))
        .param(
            "missing",
            changes.stream()
                .map(it ->
                    String.join(
                        " ",
                        Measure.missing(it.told(), it.with().size() + 1).stream()
                            .map(Measure::tag)
                            .toList()))
                .toArray(String[]::new));
  }

  private String[] texts(Function<Undertaking, String> cell) {
    return changes.stream().map(it -> cell.apply(it.told())).toArray(String[]::new);
  }

  private static String plain(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
