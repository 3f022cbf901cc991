package vallarta.compact.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Changes behind the application's back, each found at its place.
class RecordAuditIT {

  private RecordedDemonstration demo;
  private RecordAudit audit;

  @BeforeEach
  void openDemonstration() throws Exception {
    demo = RecordedDemonstration.get();
    audit = demo.running.bean(RecordAudit.class);
  }

  @Test
  void findsNothingWhereNobodyChangedAnything() {
    RecordAudit.Report report = audit.check();
    assertThat(report.findings()).isEmpty();
    assertThat(report.objects()).isGreaterThan(300);
    assertThat(report.entries()).isGreaterThanOrEqualTo(report.objects());
  }

  @Test
  void namesTheFieldOfAChangedRow() {
    String before = demo.publicRecord.history("S-3").getFirst().find("text").orElseThrow().value();
    assertThat(after("update consultation.statement set text = 'All is well.' where number = 3"))
        .containsExactly(
            new Finding.ChangedValue("S-3", "text", String.valueOf(before), "All is well."));
  }

  @Test
  void namesAFieldThatCameOrWent() {
    assertThat(
            after(
                "update consultation.statement set headings = 'Somewhere', told_by = '' where number = 3"))
        .containsExactly(
            new Finding.ChangedValue("S-3", "headings", "", "Somewhere"),
            new Finding.ChangedValue("S-3", "told_by", "VIVAT International", ""));
  }

  @Test
  void namesAnInputWhoseTextWasChanged() {
    assertThat(
            after(
                "update consultation.input_text set text = text || ' ' where input = (select min(input) from consultation.input_text)"))
        .singleElement()
        .isInstanceOfSatisfying(
            Finding.ChangedValue.class, it -> assertThat(it.field()).isEqualTo("text_sha256"));
  }

  @Test
  void namesAStakeholderAConsultationAndADecisionThatWereChanged() {
    assertThat(
            after(
                "update participation.stakeholder set name = 'X' where number = 1",
                "update consultation.consultation set title = 'X' where number = (select min(number) from consultation.consultation)",
                "update consultation.decision set accepted = not accepted where number = 1"))
        .extracting(it -> it.of().charAt(0))
        .containsExactlyInAnyOrder('P', 'C', 'D');
  }

  @Test
  void namesARowThatIsGone() {
    long entry = demo.publicRecord.history("D-1").getFirst().id();
    assertThat(after("delete from consultation.decision where number = 1"))
        .containsExactly(new Finding.MissingRow("D-1", entry));
  }

  @Test
  void namesARowThatWasSlippedIn() {
    assertThat(
            after(
                """
                insert into consultation.decision (number, statement, scheme, term, accepted, by_role)
                overriding system value
                select 9999, statement, scheme, term, accepted, by_role from consultation.decision where number = 1
                """))
        .containsExactly(new Finding.MissingEntry("D-9999"));
  }

  @Test
  void namesTheFieldOfAChangedDisclosure() {
    Entry entry = demo.publicRecord.history("S-3").getFirst();
    assertThat(
            after(
                "update record.disclosure set value = 'All is well.' where name = 'text' and entry = "
                    + entry.id(),
                "update consultation.statement set text = 'All is well.' where number = 3"))
        .containsExactly(new Finding.ChangedDisclosure("S-3", entry.id(), "text"));
  }

  @Test
  void namesAnEntryThatWasMadeToFit() {
    Entry entry = demo.publicRecord.history("S-3").getFirst();
    assertThat(
            after(
                "update record.entry set at = at - interval '1 year' where id = " + entry.id(),
                "update record.disclosure set name = 'texts' where name = 'text' and entry = "
                    + entry.id()))
        .contains(new Finding.ChangedEntry("S-3", entry.id()))
        .contains(new Finding.ChangedDisclosure("S-3", entry.id(), "texts"));
  }

  @Test
  void namesTheTwoEntriesOfAReorderedPair() {
    assertThat(
            after(
                "update record.entry set index = index + 1000000 where index in (5, 6)",
                "update record.entry set index = 1000011 - index where index in (1000005, 1000006)"))
        .extracting(Finding::place)
        .hasSize(2)
        .anyMatch(it -> it.contains("index 5"))
        .anyMatch(it -> it.contains("index 6"));
  }

  @Test
  void namesThePlaceOfADroppedEntry() {
    Entry entry = demo.publicRecord.entry(7).orElseThrow();
    assertThat(
            after(
                "delete from record.disclosure where entry = " + entry.id(),
                "delete from record.entry where id = " + entry.id()))
        .contains(new Finding.MissingIndex(7), new Finding.MissingEntry(entry.of()));
  }

  @Test
  void namesTheFirstPlaceThatIsGoneAtTheEnd() {
    long size = demo.publicRecord.standing().size();
    assertThat(after("delete from record.entry where index >= " + (size - 2)))
        .contains(new Finding.MissingIndex(size - 2));
  }

  /// What the audit finds after these changes.
  private List<Finding> after(String... changes) {
    List<List<Finding>> found = new java.util.ArrayList<>();
    demo.undone(() -> {
      for (String change : changes) {
        assertThat(demo.jdbc.sql(change).update()).as(change).isPositive();
      }
      found.add(audit.check().findings());
    });
    return found.getFirst();
  }
}
