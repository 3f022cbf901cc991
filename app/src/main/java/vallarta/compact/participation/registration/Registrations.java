package vallarta.compact.participation.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.web.DomainFailure;

/// The register of who comes to a meeting, for reading.
@Service
@Transactional(readOnly = true)
class Registrations {

  private static final String ALL =
      """
      select r.*, s.name as stakeholder_name, s.name_language, s.type, s.state as state_code, s.region, s.fictional
      from participation.registration r join participation.stakeholder s on s.key = r.stakeholder where
      """;

  private final JdbcClient jdbc;

  Registrations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Registration> of(Meeting meeting) {
    return list(
        "r.meeting = :meeting order by s.type, s.name, r.head desc, r.name, r.id",
        Map.of("meeting", meeting.id()));
  }

  List<Registration> ofDelegation(Meeting meeting, String stakeholder) {
    return list(
        "r.meeting = :meeting and r.stakeholder = :stakeholder order by r.head desc, r.created_at, r.id",
        Map.of("meeting", meeting.id(), "stakeholder", stakeholder));
  }

  /// Those whom the public list names: accredited, and nobody who is at risk.
  List<Registration> participants(Meeting meeting) {
    return list(
        """
        r.meeting = :meeting and r.state = 'approved' and r.listed and not exists (
          select from participation.person p where lower(p.email) = r.email and p.at_risk)
        order by s.type, s.name, r.head desc, r.name, r.id
        """,
        Map.of("meeting", meeting.id()));
  }

  /// @throws DomainFailure answered with 404
  Registration get(long id) {
    return list("r.id = :id", Map.of("id", id)).stream()
        .findFirst()
        .orElseThrow(() -> none("PART-064", "participation.registration.failure.none"));
  }

  /// The one whose own page that pass opens.
  ///
  /// @throws DomainFailure answered with 404
  Registration ofPass(String pass) {
    return list("r.pass = :pass", Map.of("pass", pass)).stream()
        .findFirst()
        .orElseThrow(() -> none("PART-064", "participation.registration.failure.none"));
  }

  Optional<Registration> findCode(String code) {
    return list("r.code = :code", Map.of("code", code)).stream().findFirst();
  }

  private List<Registration> list(String where, Map<String, Object> parameters) {
    return jdbc.sql(ALL + where).params(parameters).query((row, n) -> registration(row)).list();
  }

  private static DomainFailure none(String code, String key) {
    return new DomainFailure(code, key, Map.of(), HttpStatus.NOT_FOUND);
  }

  private static Registration registration(ResultSet row) throws SQLException {
    Timestamp came = row.getTimestamp("checked_in_at");
    return new Registration(
        row.getLong("id"),
        row.getLong("meeting"),
        new Stakeholder(
            row.getString("stakeholder"),
            row.getString("stakeholder_name"),
            row.getString("name_language"),
            StakeholderType.of(row.getString("type")),
            row.getString("state_code"),
            row.getString("region"),
            row.getBoolean("fictional")),
        row.getString("name"),
        row.getString("email"),
        row.getString("function"),
        row.getBoolean("head"),
        row.getBoolean("listed"),
        Registration.State.of(row.getString("state")),
        row.getString("reason"),
        row.getTimestamp("endorsed_at") != null,
        row.getString("code"),
        row.getString("pass"),
        row.getLong("entered_by"),
        came == null ? null : came.toInstant());
  }
}
