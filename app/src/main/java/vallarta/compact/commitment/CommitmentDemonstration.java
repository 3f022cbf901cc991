package vallarta.compact.commitment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import vallarta.compact.cli.Demonstration;
import vallarta.compact.cli.Progress;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.Statement;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.consultation.passage.Kind;
import vallarta.compact.stocktaking.outcome.ProposedCommitments;
import vallarta.compact.table.Row;
import vallarta.compact.table.Table;

/// The commitments of the demonstration: of its fictional States and organisations alone, one of
/// them withdrawn, one joint with a confirmation that is missing, some that cannot be measured.
/// They answer what fictional voices said, and what the exercise proposed.
@Component
class CommitmentDemonstration implements Demonstration {

  private static final String FILE = "/vallarta/compact/demo/commitments.csv";
  private static final String THEME = "theme:";

  /// The columns of parts that there are several of, in the order of their cells.
  private static final List<String> TARGET =
      List.of("indicator", "sdg", "baseline", "baseline-on", "value", "unit", "due");

  private static final List<String> MILESTONE = List.of("title", "due");
  private static final List<String> MEANS =
      List.of("direction", "kind", "text", "amount", "unit", "period", "region");

  private final Drafts drafts;
  private final CommitmentTable table;
  private final Consultations consultations;
  private final ProposedCommitments proposals;

  CommitmentDemonstration(
      Drafts drafts,
      CommitmentTable table,
      Consultations consultations,
      ProposedCommitments proposals) {
    this.drafts = drafts;
    this.table = table;
    this.consultations = consultations;
    this.proposals = proposals;
  }

  @Override
  public int order() {
    return 500;
  }

  @Override
  @Transactional
  public void load(Progress progress) throws IOException {
    for (Row row : read().rows()) {
      if (table.findOwnRef(row.get("ref")).isEmpty()) {
        load(row);
      }
    }
  }

  private void load(Row row) {
    UndertakingReader reader = new UndertakingReader(typed(row));
    Undertaking told = reader.read();
    if (!reader.faults().isEmpty()) {
      throw new IllegalStateException(row.get("ref") + ": " + reader.faults());
    }
    Commitment it =
        drafts.insert(row.get("owner"), row.get("ref"), told, words(row.get("with")), true, null);
    if (row.get("state").equals("draft")) {
      return;
    }
    it = drafts.publish(it, it.version(), null);
    for (String confirmed : words(row.get("confirmed"))) {
      it = drafts.answer(it, confirmed, true, null);
    }
    if (row.get("state").equals("withdrawn")) {
      drafts.withdraw(it, it.version(), row.get("reason"), null);
    }
  }

  private Typed typed(Row row) {
    LinkedMultiValueMap<String, String> values = new LinkedMultiValueMap<>();
    for (String field :
        List.of(
            "title",
            "text",
            "language",
            "obligation",
            "office",
            "starts",
            "due",
            "schedule",
            "first-report",
            "level",
            "sdg")) {
      values.add(field, row.get(field));
    }
    for (String field : List.of("dimension", "theme", "objective")) {
      values.addAll(field, words(row.get(field)));
    }
    values.add("sources", source(row.get("answers"), row.get("theme")));
    parts(values, "target", TARGET, row.get("targets"));
    parts(values, "milestone", MILESTONE, row.get("milestones"));
    parts(values, "means", MEANS, row.get("means"));
    return new Typed(values);
  }

  /// What it answers: the proposal of the exercise, or an ask of a fictional voice on that theme.
  private String source(String answers, String themes) {
    if (answers.equals("proposal")) {
      return String.join(
          " ", proposals.list().stream().map(ProposedCommitments.Proposed::ref).toList());
    }
    if (!answers.startsWith(THEME)) {
      return "";
    }
    String theme = answers.substring(THEME.length());
    Predicate<Statement> fits =
        it -> it.voice().fictional() && it.terms(Scheme.THEME).contains(theme);
    return consultations.holdings().statements().stream()
        .filter(fits)
        .sorted(
            (a, b) -> Boolean.compare(b.found().kind() == Kind.ASK, a.found().kind() == Kind.ASK))
        .map(it -> it.id().toString())
        .findFirst()
        .orElse("");
  }

  private static void parts(
      LinkedMultiValueMap<String, String> values, String kind, List<String> columns, String cell) {
    for (String part : cell.isEmpty() ? new String[0] : cell.split(" / ")) {
      String[] cells = part.split("\\|", -1);
      for (int i = 0; i < columns.size(); i++) {
        values.add(kind + "-" + columns.get(i), i < cells.length ? cells[i] : "");
      }
    }
  }

  private static List<String> words(String cell) {
    return Arrays.stream(cell.split(" ")).filter(it -> !it.isEmpty()).toList();
  }

  private static Table read() throws IOException {
    try (InputStream in = CommitmentDemonstration.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException("not in the application: " + FILE);
      }
      return Table.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
