package vallarta.compact.participation.registration;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.participation.meeting.Meeting;

/// How many seats each delegation has at a meeting: its own number, else that of its type. Whoever
/// has neither, or none left by a zero, is not accredited to the meeting.
@Service
class Quotas {

  /// @param type its word, or empty for the number of one stakeholder
  /// @param stakeholder its key, or empty for the number of each delegation of a type
  record Quota(String type, String stakeholder, int seats) {}

  /// A stakeholder that may send people.
  record Accredited(String key, String name, String language, StakeholderType type, int seats) {}

  private static final String SEATS =
      """
      select s.key, s.name, s.name_language, s.type, coalesce(own.seats, kind.seats) as seats
      from participation.stakeholder s
      left join participation.registration_quota own on own.meeting = :meeting and own.stakeholder = s.key
      left join participation.registration_quota kind on kind.meeting = :meeting and kind.type = s.type
      where s.listed and s.withdrawn_at is null and coalesce(own.seats, kind.seats) > 0
      """;

  private final JdbcClient jdbc;
  private final Stakeholders stakeholders;

  Quotas(JdbcClient jdbc, Stakeholders stakeholders) {
    this.jdbc = jdbc;
    this.stakeholders = stakeholders;
  }

  @Transactional(readOnly = true)
  List<Quota> list(Meeting meeting) {
    return jdbc.sql(
            """
            select type, coalesce(stakeholder, ''), seats from participation.registration_quota
            where meeting = :meeting order by type = '', type, stakeholder
            """)
        .param("meeting", meeting.id())
        .query((row, n) -> new Quota(row.getString(1), row.getString(2), row.getInt(3)))
        .list();
  }

  @Transactional(readOnly = true)
  List<Accredited> accredited(Meeting meeting) {
    return accredited(SEATS + " order by s.name", Map.of("meeting", meeting.id()));
  }

  /// The seats of that delegation; empty when it is not accredited.
  @Transactional(readOnly = true)
  OptionalInt seats(long meeting, String stakeholder) {
    return accredited(SEATS + " and s.key = :key", Map.of("meeting", meeting, "key", stakeholder))
        .stream()
        .mapToInt(Accredited::seats)
        .findFirst();
  }

  /// Gives one delegation a number of its own; with it its name may be published.
  @Transactional
  void set(Meeting meeting, String stakeholder, int seats) {
    stakeholders.publish(List.of(stakeholder));
    write(meeting, "", stakeholder, seats);
  }

  /// Gives each delegation of a type a number.
  @Transactional
  void set(Meeting meeting, StakeholderType type, int seats) {
    write(meeting, type.tag(), null, seats);
  }

  private void write(
      Meeting meeting,
      String type,
      @org.jspecify.annotations.Nullable String stakeholder,
      int seats) {
    jdbc.sql(
            """
            insert into participation.registration_quota (meeting, type, stakeholder, seats)
            values (:meeting, :type, :stakeholder, :seats)
            on conflict (meeting, type, stakeholder) do update set seats = excluded.seats
            """)
        .param("meeting", meeting.id())
        .param("type", type)
        .param("stakeholder", stakeholder)
        .param("seats", seats)
        .update();
  }

  private List<Accredited> accredited(String sql, Map<String, Object> parameters) {
    return jdbc.sql(sql)
        .params(parameters)
        .query((row, n) ->
            new Accredited(
                row.getString("key"),
                row.getString("name"),
                row.getString("name_language"),
                StakeholderType.of(row.getString("type")),
                row.getInt("seats")))
        .list();
  }
}
