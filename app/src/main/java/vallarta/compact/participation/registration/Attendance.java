package vallarta.compact.participation.registration;

import java.util.List;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.participation.meeting.Meeting;

/// How many came to a meeting, in numbers alone: for everybody, and for the minutes.
@Service
@Transactional(readOnly = true)
public class Attendance {

  /// Those of one type of stakeholder.
  ///
  /// @param delegations stakeholders with somebody accredited
  /// @param delegationsPresent stakeholders of whom somebody came
  /// @param registered persons, without those rejected and withdrawn
  /// @param approved persons accredited
  /// @param present persons who came
  public record OfType(
      StakeholderType type,
      int delegations,
      int delegationsPresent,
      int registered,
      int approved,
      int present) {}

  /// The whole meeting.
  ///
  /// @param types those with somebody registered, in their fixed order
  public record Figures(List<OfType> types) {

    /// States of which somebody came.
    public int states() {
      return of(StakeholderType.STATE, OfType::delegationsPresent);
    }

    /// States of which somebody is accredited.
    public int statesAccredited() {
      return of(StakeholderType.STATE, OfType::delegations);
    }

    /// Non-governmental organisations of which somebody came.
    public int ngos() {
      return of(StakeholderType.NGO, OfType::delegationsPresent);
    }

    /// Non-governmental organisations of which somebody is accredited.
    public int ngosAccredited() {
      return of(StakeholderType.NGO, OfType::delegations);
    }

    /// Persons who came.
    public int delegates() {
      return types.stream().mapToInt(OfType::present).sum();
    }

    /// Persons who are accredited.
    public int accredited() {
      return types.stream().mapToInt(OfType::approved).sum();
    }

    private int of(StakeholderType type, ToIntFunction<OfType> figure) {
      return types.stream().filter(it -> it.type() == type).mapToInt(figure).sum();
    }
  }

  private final JdbcClient jdbc;

  Attendance(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The figures as they are now. Who was accredited once and is no longer does not count, even
  /// with a check-in.
  public Figures of(Meeting meeting) {
    List<OfType> types =
        jdbc.sql(
                """
                select s.type,
                  count(distinct r.stakeholder) filter (where r.state = 'approved'),
                  count(distinct r.stakeholder) filter (where r.state = 'approved' and r.checked_in_at is not null),
                  count(*),
                  count(*) filter (where r.state = 'approved'),
                  count(*) filter (where r.state = 'approved' and r.checked_in_at is not null)
                from participation.registration r join participation.stakeholder s on s.key = r.stakeholder
                where r.meeting = :meeting and r.state not in ('rejected', 'withdrawn') group by s.type
                """)
            .param("meeting", meeting.id())
            .query((row, n) ->
                new OfType(
                    StakeholderType.of(row.getString(1)),
                    row.getInt(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getInt(6)))
            .list();
    return new Figures(
        types.stream().sorted(java.util.Comparator.comparing(OfType::type)).toList());
  }
}
