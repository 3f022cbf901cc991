package vallarta.compact.commitment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.commitment.Commitment.Actor;
import vallarta.compact.commitment.Commitment.Actor.Answer;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;

/// The rows of those who undertake a commitment.
@Component
class ActorTable {

  private final JdbcClient jdbc;

  ActorTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The actors of each of these commitments, the owner first.
  Map<Long, List<Actor>> of(Long[] commitments) {
    Map<Long, List<Actor>> found = new HashMap<>();
    jdbc.sql(
            """
            select a.commitment, a.state as answer, a.answered_at, s.*
            from commitment.actor a join participation.stakeholder s on s.key = a.stakeholder
            where a.commitment = any(:ids) order by a.commitment, a.position
            """)
        .param("ids", commitments)
        .query(row -> {
          Timestamp answered = row.getTimestamp("answered_at");
          found
              .computeIfAbsent(row.getLong("commitment"), it -> new ArrayList<>())
              .add(
                  new Actor(
                      new Stakeholder(
                          row.getString("key"),
                          row.getString("name"),
                          row.getString("name_language"),
                          StakeholderType.of(row.getString("type")),
                          row.getString("state"),
                          row.getString("region"),
                          row.getBoolean("fictional")),
                      Answer.of(row.getString("answer")),
                      answered == null ? null : answered.toInstant()));
        });
    return found;
  }

  /// Names who undertakes it, the owner first. Whoever was named before keeps its answer; whoever
  /// is named no longer is asked no longer.
  void name(long commitment, List<String> stakeholders) {
    jdbc.sql(
            """
            delete from commitment.actor where commitment = :id and not stakeholder = any(:named)
            """)
        .param("id", commitment)
        .param("named", stakeholders.toArray(String[]::new))
        .update();
    for (int i = 0; i < stakeholders.size(); i++) {
      jdbc.sql(
              """
              insert into commitment.actor (commitment, stakeholder, position, state)
              values (:id, :stakeholder, :position, 'asked')
              on conflict (commitment, stakeholder) do update set position = excluded.position
              """)
          .param("id", commitment)
          .param("stakeholder", stakeholders.get(i))
          .param("position", i)
          .update();
    }
  }

  /// @return whether it is one of those who were asked, and the answer another one
  boolean answer(
      long commitment, String stakeholder, Answer answer, Instant at, @Nullable Long by) {
    return jdbc.sql(
                """
                update commitment.actor set state = :answer, answered_at = :at, answered_by = :by
                where commitment = :id and stakeholder = :stakeholder and state <> :answer
                """)
            .param("id", commitment)
            .param("stakeholder", stakeholder)
            .param("answer", answer.tag())
            .param("at", Timestamp.from(at))
            .param("by", by)
            .update()
        == 1;
  }

  void askAgain(long commitment) {
    askAgain(List.of(commitment));
  }

  /// Asks all but the owner again: what they confirmed reads otherwise.
  void askAgain(Collection<Long> commitments) {
    jdbc.sql(
            """
            update commitment.actor set state = 'asked', answered_at = null, answered_by = null
            where commitment = any(:ids) and position > 0 and state = 'confirmed'
            """)
        .param("ids", commitments.toArray(Long[]::new))
        .update();
  }

  /// Numbers of published commitments that wait for the answer of one of these.
  List<Long> waiting(List<String> stakeholders) {
    return jdbc.sql(
            """
            select c.id from commitment.actor a join commitment.commitment c on c.id = a.commitment
            where a.stakeholder = any(:keys) and a.state = 'asked' and a.position > 0 and c.state = 'published'
            order by c.published_at, c.id
            """)
        .param("keys", stakeholders.toArray(String[]::new))
        .query((row, n) -> row.getLong(1))
        .list();
  }
}
