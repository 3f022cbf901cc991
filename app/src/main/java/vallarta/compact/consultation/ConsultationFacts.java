package vallarta.compact.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Disclosure;
import vallarta.compact.record.Entry;
import vallarta.compact.record.Facts;
import vallarta.compact.record.RecordedFacts;

/// What the stage has published, as its rows have it now.
@Component
final class ConsultationFacts implements RecordedFacts {

  private static final String DECISIONS =
      """
      select d.number, d.statement, d.scheme, d.term, d.accepted, d.by_role, d.reason
      from consultation.decision d
        join consultation.statement s on s.number = d.statement
        join consultation.input i on i.number = s.input
      where s.consent = 'publish' and i.consent = 'publish'
      """;

  private static final String EDITIONS =
      "select number, encode(sha256(convert_to(skos, 'UTF8')), 'hex') from consultation.thesaurus";

  private final JdbcClient jdbc;
  private final HoldingsReader holdings;

  ConsultationFacts(JdbcClient jdbc, HoldingsReader holdings) {
    this.jdbc = jdbc;
    this.holdings = holdings;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("C-", "I-", "S-", "D-", "T-");
  }

  @Override
  public Optional<String> page(Entry entry) {
    return switch (entry.of().charAt(0)) {
      case 'S' -> Optional.of("/statements/" + entry.of());
      case 'I' -> Optional.of("/inputs/" + entry.of());
      case 'C' -> entry.find("ref").map(Disclosure::value).map(it -> "/consultations/" + it);
      case 'D' -> entry.find("statement").map(Disclosure::value).map(it -> "/statements/" + it);
      default -> Optional.empty();
    };
  }

  @Override
  public ActType act(Facts facts) {
    return switch (facts.of().charAt(0)) {
      case 'S' -> ActType.STATEMENT_PUBLISHED;
      case 'I' -> ActType.INPUT_RECEIVED;
      case 'C' -> ActType.CONSULTATION_REGISTERED;
      case 'D' -> ActType.CODE_DECIDED;
      case 'T' -> ActType.THESAURUS_PUBLISHED;
      default -> throw new IllegalArgumentException("no object of this stage: " + facts.of());
    };
  }

  @Override
  public void forEach(Consumer<Facts> each) {
    Holdings now = holdings.read(0);
    Map<String, Long> numbers = consultationNumbers();
    now.consultations().stream()
        .map(it -> PublicFields.of(it, numbers.getOrDefault(it.ref(), 0L)))
        .forEach(each);
    Map<Long, String> texts = textHashes();
    now.inputs().stream()
        .filter(PublicFields::isPublic)
        .map(it -> PublicFields.of(it, texts.getOrDefault(it.id().number(), "")))
        .forEach(each);
    now.statements().stream().map(PublicFields::of).forEach(each);
    jdbc.sql(DECISIONS + " order by d.number")
        .query(row -> {
          each.accept(decision(row));
        });
    jdbc.sql(EDITIONS + " order by number")
        .query(row -> {
          each.accept(edition(row));
        });
  }

  Stream<Facts> consultations(Collection<String> refs) {
    if (refs.isEmpty()) {
      return Stream.of();
    }
    Map<String, Consultation> byRef = holdings.consultations();
    Map<String, Long> numbers = consultationNumbers();
    return refs.stream()
        .flatMap(ref -> Stream.ofNullable(byRef.get(ref)))
        .map(it -> PublicFields.of(it, numbers.getOrDefault(it.ref(), 0L)));
  }

  /// Those of these decisions that are about published statements.
  Stream<Facts> decisions(List<Long> numbers) {
    return jdbc
        .sql(DECISIONS + " and d.number = any(:numbers) order by d.number")
        .param("numbers", numbers.toArray(Long[]::new))
        .query((row, n) -> decision(row))
        .list()
        .stream();
  }

  Stream<Facts> thesaurus(long edition) {
    return jdbc
        .sql(EDITIONS + " where number = :number")
        .param("number", edition)
        .query((row, n) -> edition(row))
        .list()
        .stream();
  }

  private static Facts decision(ResultSet row) throws SQLException {
    String statement = new StatementId(row.getLong("statement")).toString();
    return Facts.of(
            "D-" + row.getLong("number"),
            Map.of(
                "statement", statement,
                "scheme", row.getString("scheme"),
                "term", row.getString("term"),
                "decision", row.getBoolean("accepted") ? "accepted" : "rejected",
                "by_role", row.getString("by_role"),
                "reason", row.getString("reason")))
        .about(statement);
  }

  private static Facts edition(ResultSet row) throws SQLException {
    return Facts.of("T-" + row.getLong(1), Map.of("skos_sha256", row.getString(2)));
  }

  private Map<String, Long> consultationNumbers() {
    Map<String, Long> numbers = new HashMap<>();
    jdbc.sql("select ref, number from consultation.consultation")
        .query(row -> {
          numbers.put(row.getString(1), row.getLong(2));
        });
    return numbers;
  }

  private Map<Long, String> textHashes() {
    Map<Long, String> hashes = new HashMap<>();
    jdbc.sql(
            "select input, encode(sha256(convert_to(text, 'UTF8')), 'hex') from consultation.input_text")
        .query(row -> {
          hashes.put(row.getLong(1), row.getString(2));
        });
    return hashes;
  }
}
