package vallarta.compact.review.duty;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.cli.Demonstration;
import vallarta.compact.cli.Progress;
import vallarta.compact.review.duty.Duty.Kind;
import vallarta.compact.table.Row;
import vallarta.compact.table.Table;

/// Duties of the demonstration that lie in the past, as if the register had been there then: some
/// that nobody met, one of whose labels is contested and one withdrawn. Of fictional actors alone.
@Component
class DutyDemonstration implements Demonstration {

  private static final String FILE = "/vallarta/compact/demo/duties.csv";

  private final DutyTable table;
  private final Labels labels;
  private final JdbcClient jdbc;
  private final Clock clock;

  DutyDemonstration(DutyTable table, Labels labels, JdbcClient jdbc, Clock clock) {
    this.table = table;
    this.labels = labels;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 1000;
  }

  @Override
  @Transactional
  public void load(Progress progress) throws IOException {
    for (Row row : read().rows()) {
      Optional<Long> commitment =
          jdbc.sql("select id from commitment.commitment where own_ref = :ref and fictional")
              .param("ref", row.get("commitment"))
              .query(Long.class)
              .optional();
      if (commitment.isPresent()) {
        load(row, commitment.get());
      }
    }
  }

  private void load(Row row, long commitment) {
    Timetable.Date date =
        new Timetable.Date(Kind.of(row.get("kind")), LocalDate.parse(row.get("due")), 0);
    String stakeholder = row.get("stakeholder");
    if (!table.open(commitment, stakeholder, date, clock.instant())) {
      return;
    }
    Duty duty =
        table.ofCommitment(commitment).stream()
            .filter(it -> it.due().equals(date.due()) && it.stakeholder().equals(stakeholder))
            .findFirst()
            .orElseThrow();
    if (row.get("label").isEmpty()) {
      return;
    }
    labels.raise(duty);
    Label label =
        labels.ofCommitment(commitment).stream()
            .filter(it -> it.duty().id() == duty.id())
            .findFirst()
            .orElseThrow();
    if (!row.get("contested").isEmpty()) {
      label = labels.contest(label, row.get("contested"));
    }
    if (!row.get("decision").isEmpty()) {
      labels.decide(label, row.get("decision").equals("withdraw"), row.get("decided"));
    }
  }

  private static Table read() throws IOException {
    try (InputStream in = DutyDemonstration.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException("not in the application: " + FILE);
      }
      return Table.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
