package vallarta.compact.participation.floor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.participation.Person;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;

/// The rows of speakers' lists.
@Component
class TurnTable {

  private final JdbcClient jdbc;

  TurnTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The list of a session; the empty one when it has none yet.
  SpeakersList read(long session) {
    // One statement, so that the version and the turns are of one moment.
    List<SpeakersList> rows =
        jdbc.sql(
                """
                select f.open, f.time_limit as usual, f.version, t.id, t.account, t.gender, t.time_limit,
                  t.state, t.asked_at, t.started_at, t.ended_at,
                  s.key, s.name, s.name_language, s.type, s.state as iso, s.region, s.fictional
                from participation.floor f
                left join participation.floor_turn t on t.session = f.session
                left join participation.stakeholder s on s.key = t.stakeholder
                where f.session = :session order by t.position, t.id
                """)
            .param("session", session)
            .query((row, n) -> list(row))
            .list();
    if (rows.isEmpty()) {
      return SpeakersList.EMPTY;
    }
    SpeakersList first = rows.getFirst();
    return new SpeakersList(
        first.open(),
        first.limit(),
        first.version(),
        rows.stream().flatMap(it -> it.turns().stream()).toList());
  }

  /// The list of a session while nobody else can change it, until the transaction ends; its version
  /// has grown then.
  SpeakersList hold(long session) {
    jdbc.sql("insert into participation.floor (session) values (:session) on conflict do nothing")
        .param("session", session)
        .update();
    jdbc.sql("update participation.floor set version = version + 1 where session = :session")
        .param("session", session)
        .update();
    return read(session);
  }

  boolean isAsked(UUID form) {
    return jdbc.sql(
            "select exists (select 1 from participation.floor_turn where asked_by_form = :form)")
        .param("form", form)
        .query(Boolean.class)
        .single();
  }

  void add(
      long session,
      Stakeholder stakeholder,
      long account,
      Person.Gender gender,
      UUID form,
      Duration limit,
      Instant now) {
    jdbc.sql(
            """
            insert into participation.floor_turn (session, stakeholder, account, gender, asked_by_form, position, time_limit, asked_at)
            select :session, :stakeholder, nullif(:account, 0), :gender, :form,
              1 + coalesce(max(position), 0), :limit, :now
            from participation.floor_turn where session = :session
            """)
        .param("session", session)
        .param("stakeholder", stakeholder.key())
        .param("account", account)
        .param("gender", gender == Person.Gender.NOT_GIVEN ? "" : gender.tag())
        .param("form", form)
        .param("limit", limit.toSeconds())
        .param("now", Timestamp.from(now))
        .update();
  }

  void change(long turn, Turn.State state, @Nullable Instant started, @Nullable Instant ended) {
    jdbc.sql(
            """
            update participation.floor_turn set state = :state, started_at = :started, ended_at = :ended
            where id = :id
            """)
        .param("state", state.tag())
        .param("started", started == null ? null : Timestamp.from(started))
        .param("ended", ended == null ? null : Timestamp.from(ended))
        .param("id", turn)
        .update();
  }

  void limit(long turn, Duration limit) {
    jdbc.sql("update participation.floor_turn set time_limit = :limit where id = :id")
        .param("limit", limit.toSeconds())
        .param("id", turn)
        .update();
  }

  /// Puts these turns in this order among each other.
  void order(List<Turn> turns) {
    Long[] ids = turns.stream().map(Turn::id).toArray(Long[]::new);
    jdbc.sql(
            """
            with place as (
              select position, row_number() over (order by position, id) as n
              from participation.floor_turn where id = any(:ids))
            update participation.floor_turn t set position = place.position
            from place where t.id = (:ids::bigint[])[place.n]
            """)
        .param("ids", ids)
        .update();
  }

  void settings(long session, boolean open, Duration limit) {
    jdbc.sql(
            "update participation.floor set open = :open, time_limit = :limit where session = :session")
        .param("open", open)
        .param("limit", limit.toSeconds())
        .param("session", session)
        .update();
  }

  private static SpeakersList list(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    List<Turn> turns = row.wasNull() ? List.of() : List.of(turn(row, id));
    return new SpeakersList(
        row.getBoolean("open"),
        Duration.ofSeconds(row.getInt("usual")),
        row.getLong("version"),
        turns);
  }

  private static Turn turn(ResultSet row, long id) throws SQLException {
    return new Turn(
        id,
        new Stakeholder(
            row.getString("key"),
            row.getString("name"),
            row.getString("name_language"),
            StakeholderType.of(row.getString("type")),
            row.getString("iso"),
            row.getString("region"),
            row.getBoolean("fictional")),
        row.getLong("account"),
        Person.Gender.of(row.getString("gender")),
        Duration.ofSeconds(row.getInt("time_limit")),
        Turn.State.of(row.getString("state")),
        row.getTimestamp("asked_at").toInstant(),
        instant(row, "started_at"),
        instant(row, "ended_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
