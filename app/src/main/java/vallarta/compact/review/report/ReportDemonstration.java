package vallarta.compact.review.report;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.cli.Demonstration;
import vallarta.compact.cli.Progress;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.participation.Persons;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.review.Standings;
import vallarta.compact.review.duty.Duties;
import vallarta.compact.review.duty.Duty;
import vallarta.compact.review.duty.Labels;
import vallarta.compact.store.Blobs;
import vallarta.compact.store.Revision;
import vallarta.compact.table.Row;
import vallarta.compact.table.Table;

/// Reports of the demonstration, dated when fictional actors would have given them: each written by
/// one person, validated by another and published.
@Component
class ReportDemonstration implements Demonstration {

  private static final String FILE = "/vallarta/compact/demo/reports.csv";

  private final ReportTable table;
  private final EvidenceTable evidence;
  private final ReportVersions versions;
  private final ReportFacts facts;
  private final Commitments commitments;
  private final Duties duties;
  private final Labels labels;
  private final Standings standings;
  private final Blobs blobs;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final Persons persons;
  private final JdbcClient jdbc;

  ReportDemonstration(
      ReportTable table,
      EvidenceTable evidence,
      ReportVersions versions,
      ReportFacts facts,
      Commitments commitments,
      Duties duties,
      Labels labels,
      Standings standings,
      Blobs blobs,
      PublicRecord publicRecord,
      Revision revision,
      Persons persons,
      JdbcClient jdbc) {
    this.table = table;
    this.evidence = evidence;
    this.versions = versions;
    this.facts = facts;
    this.commitments = commitments;
    this.duties = duties;
    this.labels = labels;
    this.standings = standings;
    this.blobs = blobs;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.persons = persons;
    this.jdbc = jdbc;
  }

  @Override
  public int order() {
    return 1010;
  }

  @Override
  @Transactional
  public void load(Progress progress) throws IOException {
    if (table.count(ReportFilter.ALL) > 0) {
      return;
    }
    long writer = account("ferrenland@example.org");
    long validator = account("ferrenland2@example.org");
    for (Row row : read().rows()) {
      Optional<Commitment> of =
          jdbc.sql(
                  "select 'CM-' || id from commitment.commitment where own_ref = :ref and fictional")
              .param("ref", row.get("commitment"))
              .query(String.class)
              .optional()
              .flatMap(commitments::find);
      if (of.isPresent()) {
        report(row, of.get(), writer, validator);
      }
    }
  }

  private void report(Row row, Commitment of, long writer, long validator) {
    LocalDate due = LocalDate.parse(row.get("due"));
    Duty duty =
        duties.ofCommitment(of.id()).stream()
            .filter(it -> it.due().equals(due) && it.stakeholder().equals(row.get("stakeholder")))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no duty for " + row.get("commitment")));
    Reports then = on(LocalDate.parse(row.get("at")));
    if (!row.get("unchanged").isEmpty()) {
      then.unchanged(duty, writer);
      return;
    }
    Report it = then.draft(duty, row.get("language"), writer);
    it = then.write(it, it.version(), answers(row, of), writer);
    it = then.add(it, it.version(), evidence(row), Optional.empty());
    it = then.validate(it, it.version(), validator);
    then.publish(it, it.version());
  }

  /// The use cases as if it were that day.
  private Reports on(LocalDate day) {
    return new Reports(
        table,
        evidence,
        versions,
        facts,
        commitments,
        duties,
        labels,
        standings,
        blobs,
        publicRecord,
        revision,
        Clock.fixed(day.atTime(10, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
  }

  private static Answers answers(Row row, Commitment of) {
    String measured = row.get("measured");
    return new Answers(
        row.get("progress"),
        row.get("language"),
        row.get("achieved"),
        row.get("hindered"),
        row.get("means"),
        row.get("next"),
        measured.isEmpty()
            ? List.of()
            : List.of(
                new Answers.Measured(
                    of.told().targets().getFirst().id(),
                    new BigDecimal(measured),
                    day(row.get("on")))));
  }

  private static Evidence evidence(Row row) {
    return new Evidence(
        0,
        false,
        row.get("evidence"),
        row.get("url"),
        "",
        "",
        0,
        row.get("type"),
        row.get("independence"),
        day(row.get("dated")));
  }

  private static @Nullable LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  private long account(String email) {
    return persons.findByEmail(email).orElseThrow().account();
  }

  private static Table read() throws IOException {
    try (InputStream in = ReportDemonstration.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException("not in the application: " + FILE);
      }
      return Table.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
