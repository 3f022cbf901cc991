package vallarta.compact.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.consultation.Input.Consent;
import vallarta.compact.consultation.Input.LanguageSource;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.consultation.passage.FoundStatement;
import vallarta.compact.consultation.passage.Kind;
import vallarta.compact.consultation.passage.Passage;
import vallarta.compact.consultation.reading.ReadingStatus;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.participation.Stakeholders;

/// Reads everything that was received, in a handful of queries that each go over their table once.
@Component
final class HoldingsReader {

  private static final int FETCH = 2_000;

  private final JdbcClient jdbc;
  private final Stakeholders stakeholders;
  private final Thesauri thesauri;

  HoldingsReader(JdbcClient jdbc, Stakeholders stakeholders, Thesauri thesauri) {
    this.jdbc = jdbc;
    this.stakeholders = stakeholders;
    this.thesauri = thesauri;
  }

  Holdings read(long revision) {
    Map<String, Stakeholder> voices = stakeholders.list();
    Map<String, Consultation> consultations = consultations();
    Map<Long, Input> inputs = inputs(voices, consultations);
    Map<Long, List<Code>> codes = codes();
    List<Statement> all = statements(inputs, voices, consultations, codes);
    List<Statement> published =
        all.stream()
            .filter(it -> it.consent() == Consent.PUBLISH)
            .filter(it -> it.input().consent() == Consent.PUBLISH)
            .toList();
    return Holdings.of(
        revision,
        thesauri.current(),
        List.copyOf(consultations.values()),
        expected(),
        expectedVoices(),
        List.copyOf(inputs.values()),
        published,
        all.size() - published.size());
  }

  Map<String, Consultation> consultations() {
    Map<String, Consultation> byRef = new LinkedHashMap<>();
    jdbc.sql(
            """
            select c.*, (select max(e.deadline) from consultation.extension e
              where e.consultation = c.ref and e.stakeholder is null) as extended_to
            from consultation.consultation c order by c.starts nulls last, c.ref
            """)
        .query((row, n) ->
            new Consultation(
                row.getString("ref"),
                ConsultationType.of(row.getString("type")),
                row.getString("title"),
                row.getString("title_language"),
                row.getString("host"),
                row.getString("place"),
                row.getString("country"),
                local(row.getTimestamp("starts")),
                local(row.getTimestamp("ends")),
                row.getString("zone").isEmpty() ? null : ZoneId.of(row.getString("zone")),
                row.getString("region"),
                row.getString("source"),
                row.getBoolean("fictional"),
                call(row)))
        .list()
        .forEach(it -> byRef.put(it.ref(), it));
    return byRef;
  }

  private static Consultation.@Nullable Call call(ResultSet row) throws SQLException {
    LocalDateTime deadline = local(row.getTimestamp("deadline"));
    return deadline == null
        ? null
        : new Consultation.Call(
            deadline,
            local(row.getTimestamp("extended_to")),
            Arrays.stream((String[]) row.getArray("call_languages").getArray())
                .flatMap(it -> Language.find(it).stream())
                .toList(),
            row.getBoolean("takes_late"));
  }

  private static @Nullable LocalDateTime local(@Nullable Timestamp stamp) {
    return stamp == null ? null : stamp.toLocalDateTime();
  }

  private List<Expected> expected() {
    return jdbc.sql(
            "select type, number, approximate, source from consultation.expected order by type")
        .query((row, n) ->
            new Expected(
                ConsultationType.of(row.getString(1)),
                row.getInt(2),
                row.getBoolean(3),
                row.getString(4)))
        .list();
  }

  private List<ExpectedVoice> expectedVoices() {
    return jdbc.sql(
            "select stakeholder_type, region, language, number from consultation.expected_voice order by 1, 2, 3")
        .query((row, n) ->
            new ExpectedVoice(
                StakeholderType.of(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getInt(4)))
        .list();
  }

  private Map<Long, Input> inputs(
      Map<String, Stakeholder> voices, Map<String, Consultation> consultations) {
    Map<Long, Input> byNumber = new LinkedHashMap<>();
    Map<Long, Input.Submitted> submitted = submitted(voices);
    jdbc.sql("select * from consultation.input order by number")
        .query((row, n) -> input(row, voices, consultations, submitted.get(row.getLong("number"))))
        .list()
        .forEach(input -> byNumber.put(input.id().number(), input));
    return byNumber;
  }

  /// How inputs were handed in by their submitters themselves, by the number of the input.
  private Map<Long, Input.Submitted> submitted(Map<String, Stakeholder> voices) {
    Map<Long, List<Stakeholder>> cosignatories = new HashMap<>();
    jdbc.sql(
            """
            select submission, stakeholder from consultation.cosignatory
            where answer = 'confirmed' order by submission, answered_at, stakeholder
            """)
        .query(row -> {
          Stakeholder voice = voices.get(row.getString(2));
          if (voice != null) {
            cosignatories.computeIfAbsent(row.getLong(1), it -> new ArrayList<>()).add(voice);
          }
        });
    Map<Long, Input.Submitted> byInput = new HashMap<>();
    jdbc.sql("select input, id, late from consultation.submission where input is not null")
        .query(row -> {
          byInput.put(
              row.getLong(1),
              new Input.Submitted(
                  row.getLong(2),
                  row.getBoolean(3),
                  List.copyOf(cosignatories.getOrDefault(row.getLong(2), List.of()))));
        });
    return byInput;
  }

  private static Input input(
      ResultSet row,
      Map<String, Stakeholder> voices,
      Map<String, Consultation> consultations,
      Input.@Nullable Submitted submitted)
      throws SQLException {
    String sha256 = row.getString("sha256");
    Stakeholder voice = voices.get(orEmpty(row.getString("stakeholder")));
    return new Input(
        new InputId(row.getLong("number")),
        sha256,
        row.getString("file_name"),
        row.getString("title"),
        row.getString("media_type"),
        row.getLong("size_bytes"),
        ReadingStatus.valueOf(row.getString("status")),
        row.getString("detail"),
        row.getInt("pages"),
        Language.find(row.getString("language")).orElse(null),
        LanguageSource.valueOf(row.getString("language_source").toUpperCase(Locale.ROOT)),
        voice == null ? Stakeholder.unknown(sha256.substring(0, 12)) : voice,
        consultations.get(orEmpty(row.getString("consultation"))),
        row.getString("licence"),
        Consent.valueOf(row.getString("consent").toUpperCase(Locale.ROOT)),
        row.getString("told_by"),
        row.getTimestamp("received").toInstant(),
        row.getBoolean("fictional"),
        submitted);
  }

  private Map<Long, List<Code>> codes() {
    Map<Long, Map<String, Code>> byStatement = new HashMap<>();
    Map<String, String> words = new HashMap<>();
    jdbc.sql(
            "select statement, scheme, term, rule, matched, words from consultation.suggestion order by 1, 2, 3")
        .withFetchSize(FETCH)
        .query(row -> {
          Code code =
              new Code(
                  scheme(row.getString(2)),
                  shared(words, row.getString(3)),
                  Code.State.SUGGESTED,
                  shared(words, row.getString(4)),
                  shared(words, row.getString(5)),
                  shared(words, row.getString(6)),
                  "",
                  "");
          put(byStatement, row.getLong(1), code);
        });
    jdbc.sql(
            "select statement, scheme, term, accepted, by_role, reason from consultation.decision order by number")
        .query(row -> {
          Code.State state = row.getBoolean(4) ? Code.State.ACCEPTED : Code.State.REJECTED;
          put(
              byStatement,
              row.getLong(1),
              new Code(
                  scheme(row.getString(2)),
                  row.getString(3),
                  state,
                  "",
                  "",
                  "",
                  row.getString(5),
                  row.getString(6)));
        });
    Map<Long, List<Code>> codes = new HashMap<>();
    byStatement.forEach((number, it) -> codes.put(number, List.copyOf(it.values())));
    return codes;
  }

  /// A decision takes the place of the suggestion and keeps the words that made it.
  private static void put(Map<Long, Map<String, Code>> byStatement, long statement, Code code) {
    byStatement
        .computeIfAbsent(statement, it -> new LinkedHashMap<>())
        .merge(code.scheme() + " " + code.term(), code, Code::decidedAs);
  }

  private List<Statement> statements(
      Map<Long, Input> inputs,
      Map<String, Stakeholder> voices,
      Map<String, Consultation> consultations,
      Map<Long, List<Code>> codes) {
    List<Statement> statements = new ArrayList<>();
    jdbc.sql("select * from consultation.statement order by number")
        .withFetchSize(FETCH)
        .query(row -> {
          Input input = inputs.get(row.getLong("input"));
          if (input == null) {
            return;
          }
          Stakeholder voice = voices.get(orEmpty(row.getString("stakeholder")));
          statements.add(
              new Statement(
                  new StatementId(row.getLong("number")),
                  input,
                  row.getInt("row_number"),
                  row.getString("own_ref"),
                  found(row),
                  Language.find(row.getString("language")).orElse(Language.EN),
                  voice == null ? input.voice() : voice,
                  consultations.get(orEmpty(row.getString("consultation"))),
                  Consent.valueOf(row.getString("consent").toUpperCase(Locale.ROOT)),
                  row.getString("told_by"),
                  codes.getOrDefault(row.getLong("number"), List.of())));
        });
    return statements;
  }

  private static FoundStatement found(ResultSet row) throws SQLException {
    String headings = row.getString("headings");
    Passage passage =
        new Passage(
            row.getInt("page"),
            headings.isEmpty() ? List.of() : Arrays.asList(headings.split("\n")),
            row.getString("label"),
            row.getInt("paragraph"),
            row.getInt("starts"),
            row.getInt("ends"),
            row.getString("text"));
    return new FoundStatement(
        passage,
        Kind.valueOf(row.getString("kind")),
        row.getString("cue"),
        row.getString("speaker"),
        row.getString("addressee"),
        "");
  }

  private static Scheme scheme(String tag) {
    return Scheme.valueOf(tag.toUpperCase(Locale.ROOT));
  }

  private static String shared(Map<String, String> words, String word) {
    String known = words.putIfAbsent(word, word);
    return known == null ? word : known;
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
