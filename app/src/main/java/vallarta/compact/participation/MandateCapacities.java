package vallarta.compact.participation;

import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.access.Capacities;
import vallarta.compact.access.Role;

/// Tells the gate what the holder of an account may do, by the mandates in force.
@Component
class MandateCapacities implements Capacities {

  private final Persons persons;
  private final Mandates mandates;
  private final JdbcClient jdbc;

  MandateCapacities(Persons persons, Mandates mandates, JdbcClient jdbc) {
    this.persons = persons;
    this.mandates = mandates;
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public Capacity of(long account) {
    return persons
        .findByAccount(account)
        .map(person -> new Capacity(person.name(), mandates.rights(account)))
        .orElse(Capacity.NONE);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Offered> offered() {
    return jdbc
        .sql(
            """
            select distinct on (m.role, m.stakeholder) p.account, p.name, m.role, s.name as organisation
            from participation.mandate m
            join participation.person p on p.id = m.person
            join participation.stakeholder s on s.key = m.stakeholder
            where p.fictional and p.account is not null
              and m.begins_at <= now() and (m.ends_at is null or m.ends_at > now())
            order by m.role, m.stakeholder, m.id
            """)
        .query((row, n) ->
            new Offered(
                row.getLong(1), row.getString(2), Role.of(row.getString(3)), row.getString(4)))
        .list()
        .stream()
        .sorted(Comparator.comparing(Offered::role).thenComparing(Offered::organisation))
        .toList();
  }
}
