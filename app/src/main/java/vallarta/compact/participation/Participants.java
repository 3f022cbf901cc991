package vallarta.compact.participation;

import com.ibm.icu.util.Region;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.store.Revision;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Field;

/// The register of those who take part, as the secretariat keeps it: who enters, who leaves, who
/// comes back.
@Service
class Participants {

  private static final String ALL =
      """
      select number, key, name, name_language, type, state, region, fictional, identifier,
        withdrawn_at, withdrawn_reason
      from participation.stakeholder where listed and not key like 'input:%'
      """;

  /// A list code of org-id.guide, a dash, and the number in that list: `XM-DAC-41127`.
  private static final Pattern ORG_ID = Pattern.compile("[A-Z]{2,3}-[A-Z0-9_]+-\\S{1,80}");

  private static final Set<Region.RegionType> REGIONS =
      Set.of(
          Region.RegionType.WORLD,
          Region.RegionType.CONTINENT,
          Region.RegionType.SUBCONTINENT,
          Region.RegionType.GROUPING);

  /// ISO 3166-1 leaves these to users.
  private static final Pattern USER_ASSIGNED =
      Pattern.compile("X[A-Z]{2}|AA[A-Z]|Q[M-Z][A-Z]|ZZ[A-Z]");

  /// Characters for which there must be room (RFC 5646, section 4.4.1).
  private static final int LONGEST_TAG = 35;

  private final JdbcClient jdbc;
  private final Stakeholders stakeholders;
  private final Mandates mandates;
  private final StakeholderFacts facts;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final Clock clock;

  Participants(
      JdbcClient jdbc,
      Stakeholders stakeholders,
      Mandates mandates,
      StakeholderFacts facts,
      PublicRecord publicRecord,
      Revision revision,
      Clock clock) {
    this.jdbc = jdbc;
    this.stakeholders = stakeholders;
    this.mandates = mandates;
    this.facts = facts;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.clock = clock;
  }

  /// All of them, those who left too.
  @Transactional(readOnly = true)
  List<Participant> list() {
    return jdbc.sql(ALL + " order by number").query((row, n) -> participant(row)).list();
  }

  /// @throws DomainFailure answered with 404
  @Transactional(readOnly = true)
  Participant get(String ref) {
    return jdbc.sql(ALL + " and 'P-' || number = :ref")
        .param("ref", ref)
        .query((row, n) -> participant(row))
        .optional()
        .orElseThrow(() ->
            new DomainFailure(
                "PART-040",
                "participation.failure.no-participant",
                Map.of("participant", ref),
                HttpStatus.NOT_FOUND));
  }

  @Transactional(readOnly = true)
  Participant ofKey(String key) {
    return jdbc.sql(ALL + " and key = :key")
        .param("key", key)
        .query((row, n) -> participant(row))
        .single();
  }

  /// Enters somebody new, or writes over what was said of a known one.
  ///
  /// @param known whom, empty for somebody new
  @Transactional
  Participant write(Optional<Participant> known, Stakeholder said, String identifier) {
    check(said, identifier);
    String key = known.map(it -> it.stakeholder().key()).orElseGet(() -> key(said));
    if (known.isEmpty() && stakeholders.find(key).isPresent()) {
      throw failure("PART-041", "participation.failure.known", key);
    }
    stakeholders.save(
        List.of(
            new Stakeholder(
                key,
                said.name().strip(),
                said.nameLanguage(),
                said.type(),
                said.state(),
                said.region(),
                said.fictional())));
    int changed =
        jdbc.sql(
                """
                update participation.stakeholder set identifier = :identifier
                where key = :key and identifier <> :identifier
                """)
            .param("identifier", identifier.strip())
            .param("key", key)
            .update();
    if (changed > 0) {
      enter(ActType.CORRECTION, key);
    }
    return ofKey(key);
  }

  /// It leaves the process: its mandates end in the same act, and its history stays.
  @Transactional
  void withdraw(Participant participant, String reason, long by) {
    String why = Field.text(reason, Field.TEXT);
    if (why.isEmpty()) {
      throw failure("PART-042", "participation.failure.why", participant.ref());
    }
    Instant now = clock.instant();
    String key = participant.stakeholder().key();
    int left =
        jdbc.sql(
                """
                update participation.stakeholder set withdrawn_at = :now, withdrawn_reason = :reason
                where key = :key and withdrawn_at is null
                """)
            .param("now", Timestamp.from(now))
            .param("reason", why)
            .param("key", key)
            .update();
    if (left == 0) {
      throw failure("PART-043", "participation.failure.withdrawn", participant.ref());
    }
    for (Mandate mandate : mandates.ofStakeholder(key)) {
      if (mandate.endsAt() == null || mandate.endsAt().isAfter(now)) {
        mandates.end(mandate.id(), by);
      }
    }
    enter(ActType.STAKEHOLDER_WITHDRAWN, key);
  }

  /// It takes part again; mandates are given anew.
  @Transactional
  void comeBack(Participant participant) {
    String key = participant.stakeholder().key();
    int back =
        jdbc.sql(
                """
                update participation.stakeholder set withdrawn_at = null, withdrawn_reason = ''
                where key = :key and withdrawn_at is not null
                """)
            .param("key", key)
            .update();
    if (back > 0) {
      enter(ActType.STAKEHOLDER_REGISTERED, key);
    }
  }

  private void enter(ActType type, String key) {
    publicRecord.enter(facts.of(List.of(key)).stream().map(it -> new Act(type, it)).toList());
    revision.touch();
  }

  private static void check(Stakeholder said, String identifier) {
    if (Field.text(said.name(), Field.LINE).isEmpty()) {
      throw failure("PART-044", "participation.failure.no-name", "");
    }
    Field.text(said.nameLanguage(), LONGEST_TAG);
    boolean state = said.type() == StakeholderType.STATE;
    if (state ? !isState(said) : !said.state().isEmpty() && !isState(said)) {
      throw failure("PART-045", "participation.failure.state-code", said.state());
    }
    if (!said.region().isEmpty() && !isRegion(said.region())) {
      throw failure("PART-046", "participation.failure.region", said.region());
    }
    if (!identifier.isBlank() && !ORG_ID.matcher(identifier.strip()).matches()) {
      throw failure("PART-047", "participation.failure.identifier", identifier);
    }
  }

  /// Codes that ISO 3166-1 leaves to users name fictional States alone.
  private static boolean isState(Stakeholder said) {
    return said.fictional()
        ? USER_ASSIGNED.matcher(said.state()).matches()
        : States.findCode(said.state()).isPresent();
  }

  private static boolean isRegion(String code) {
    try {
      return code.matches("\\d{3}")
          && REGIONS.contains(Region.getInstance(Integer.parseInt(code)).getType());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String key(Stakeholder said) {
    return said.type() == StakeholderType.STATE
        ? said.state()
        : said.name().strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
  }

  private static DomainFailure failure(String code, String key, String value) {
    return new DomainFailure(code, key, Map.of("value", value), HttpStatus.UNPROCESSABLE_ENTITY);
  }

  private static Participant participant(ResultSet row) throws SQLException {
    Timestamp withdrawn = row.getTimestamp("withdrawn_at");
    return new Participant(
        row.getLong("number"),
        new Stakeholder(
            row.getString("key"),
            row.getString("name"),
            row.getString("name_language"),
            StakeholderType.of(row.getString("type")),
            row.getString("state"),
            row.getString("region"),
            row.getBoolean("fictional")),
        row.getString("identifier"),
        withdrawn == null ? null : withdrawn.toInstant(),
        row.getString("withdrawn_reason"));
  }
}
