package vallarta.compact.review.board;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The reports that fall due next: of an actor all, of all actors those within a year. Those that
/// are flagged as overdue have a list of their own.
@Component
@Transactional(readOnly = true)
class DueDates {

  /// One report that falls due.
  ///
  /// @param duty its number
  /// @param kind once, yearly, milestone or final
  /// @param actor key of who owes it
  record Due(
      long duty,
      String kind,
      LocalDate on,
      String actor,
      long commitment,
      String title,
      String language) {

    String ref() {
      return "DU-" + duty;
    }

    String commitmentRef() {
      return "CM-" + commitment;
    }
  }

  private static final String FROM =
      """
      from review.duty d join commitment.commitment c on c.id = d.commitment
      where d.state = 'open' and c.state <> 'draft'
        and not exists (select from review.label l where l.duty = d.id and not l.withdrawn)
      """;

  private static final String OF_ACTOR = " and d.stakeholder = :actor ";
  private static final String OF_ALL = " and d.due < :until ";

  private final JdbcClient jdbc;
  private final Clock clock;

  DueDates(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// @param actor key of who owes them, or empty for those of all within a year
  int count(String actor) {
    return asked("select count(*) ", actor, "").query(Integer.class).single();
  }

  /// The next one first.
  ///
  /// @param actor key of who owes them, or empty for those of all within a year
  List<Due> page(String actor, int from, int most) {
    return asked(
            "select d.id, d.kind, d.due, d.stakeholder, d.commitment, c.title, c.language ",
            actor,
            " order by d.due, d.id limit :most offset :from")
        .param("from", from)
        .param("most", most)
        .query((row, n) ->
            new Due(
                row.getLong("id"),
                row.getString("kind"),
                row.getDate("due").toLocalDate(),
                row.getString("stakeholder"),
                row.getLong("commitment"),
                row.getString("title"),
                row.getString("language")))
        .list();
  }

  private StatementSpec asked(String select, String actor, String order) {
    return actor.isEmpty()
        ? jdbc.sql(select + FROM + OF_ALL + order)
            .param("until", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(1))
        : jdbc.sql(select + FROM + OF_ACTOR + order).param("actor", actor);
  }
}
