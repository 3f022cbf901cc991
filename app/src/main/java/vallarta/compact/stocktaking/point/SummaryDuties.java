package vallarta.compact.stocktaking.point;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.access.Role;
import vallarta.compact.language.Words;
import vallarta.compact.participation.Duties;
import vallarta.compact.participation.Mandate;

/// The summaries that a rapporteur has not made final yet.
@Component
class SummaryDuties implements Duties {

  private final JdbcClient jdbc;

  SummaryDuties(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Duty> of(Mandate mandate, Words words) {
    if (mandate.role() != Role.RAPPORTEUR) {
      return List.of();
    }
    return jdbc.sql(
            """
            select 'SE-' || s.id as ref, s.title from participation.session_officer o
            join participation.session s on s.id = o.session
            where o.person = :person and o.role = :role and s.cancelled_at is null
              and exists (select 1 from stocktaking.point p where p.session = s.id)
              and not coalesce((select m.final from stocktaking.summary m where m.session = s.id
                order by m.version desc limit 1), false)
            order by s.begins_at
            """)
        .param("person", mandate.person().id())
        .param("role", mandate.role().tag())
        .query((row, n) ->
            new Duty(
                words.t("stocktaking.duty.summary", "title", row.getString("title")),
                "/sessions/%s/summary".formatted(row.getString("ref"))))
        .list();
  }
}
