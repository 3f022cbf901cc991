package vallarta.compact.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vallarta.engine.tlog.Merkle;

/// Erasing what the record can disclose, and finding what it holds.
class RedactionIT {

  private RecordedDemonstration demo;
  private PublicRecord publicRecord;

  @BeforeEach
  void openDemonstration() throws Exception {
    demo = RecordedDemonstration.get();
    publicRecord = demo.publicRecord;
  }

  @Test
  void leavesAStubThatStillVerifies() {
    demo.undone(() -> {
      enter(ActType.STATEMENT_PUBLISHED, "Nadia asked for help.");
      enter(ActType.CORRECTION, "Nadia asked for help!");
      List<Entry> before = publicRecord.history("Z-7");

      assertThat(publicRecord.redact("Z-7", List.of("text"), "asked for by the speaker"))
          .isEqualTo(2);

      List<Entry> after = publicRecord.history("Z-7");
      assertThat(after)
          .extracting(Entry::type)
          .containsExactly(ActType.STATEMENT_PUBLISHED, ActType.CORRECTION, ActType.REDACTION);
      long redaction = after.getLast().id();
      for (int i = 0; i < 2; i++) {
        Disclosure text = after.get(i).find("text").orElseThrow();
        assertThat(text)
            .isEqualTo(
                new Disclosure(
                    "text",
                    before.get(i).find("text").orElseThrow().digest(),
                    null,
                    null,
                    redaction));
        assertThat(after.get(i).json()).contains(text.digest());
        assertThat(Merkle.leaf(after.get(i).payload())).isEqualTo(before.get(i).leaf());
        assertThat(after.get(i).find("language").orElseThrow().value()).isEqualTo("en");
      }
      assertThat(
              demo.jdbc
                  .sql("select count(*) from record.disclosure d where d::text like '%Nadia%'")
                  .query(Long.class)
                  .single())
          .isZero();
    });
  }

  @Test
  void tellsWhatWasErasedAndWhy() {
    demo.undone(() -> {
      enter(ActType.STATEMENT_PUBLISHED, "Nadia asked for help.");
      publicRecord.redact("Z-7", List.of("text", "language"), "asked for by the speaker");
      Entry redaction = publicRecord.history("Z-7").getLast();
      assertThat(redaction.disclosures())
          .extracting(it -> it.name() + ": " + it.value())
          .containsExactly("fields: language text", "reason: asked for by the speaker");
    });
  }

  @Test
  void entersNoRedactionOfWhatIsNotThere() {
    int before = publicRecord.history("S-3").size();
    assertThatThrownBy(() -> publicRecord.redact("S-3", List.of("height"), "a mistake"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(publicRecord.history("S-3")).hasSize(before);
  }

  @Test
  void findsAnEntryByAllThatNamesIt() {
    Entry entry = publicRecord.history("S-3").getFirst();
    Disclosure text = entry.find("text").orElseThrow();
    String hex = HexFormat.of().formatHex(entry.leaf().bytes());
    for (String name :
        List.of(
            "S-3",
            " S-3\n",
            String.valueOf(entry.index()),
            entry.leaf().toString(),
            hex,
            hex.toUpperCase(java.util.Locale.ROOT),
            text.digest(),
            text.text(),
            entry.find("ref").orElseThrow().value())) {
      assertThat(publicRecord.find(name))
          .as(name)
          .extracting(Entry::id)
          .containsExactly(entry.id());
    }
  }

  @Test
  void findsAnInputByTheHashOfItsFile() {
    String sha256 = publicRecord.history("I-1").getFirst().find("sha256").orElseThrow().value();
    assertThat(publicRecord.find(String.valueOf(sha256)))
        .singleElement()
        .matches(it -> it.of().equals("I-1"));
  }

  @Test
  void putsDecisionsIntoTheHistoryOfTheirStatement() {
    String statement =
        publicRecord.history("D-1").getFirst().find("statement").orElseThrow().value();
    assertThat(publicRecord.history(String.valueOf(statement)))
        .extracting(Entry::of)
        .contains(statement, "D-1");
  }

  @Test
  void findsNothingByWhatNamesNothing() {
    assertThat(List.of("", "S-999999", "999999999", "ab".repeat(32), "Jane Doe"))
        .allMatch(it -> publicRecord.find(it).isEmpty());
  }

  @Test
  void looksForHashesAndReferencesInIndexes() {
    demo.undone(() -> {
      demo.jdbc.sql("set local enable_seqscan = off").update();
      byte[] hash = Disclosure.decode(Disclosure.digest("x"));
      assertThat(plan("select entry from record.disclosure where digest = :key", hash))
          .contains("disclosure_digest_idx");
      assertThat(
              plan(
                  "select entry from record.disclosure where value = :key and name in ('key', 'ref', 'sha256')",
                  "x"))
          .contains("disclosure_value_idx");
    });
  }

  private String plan(String sql, Object key) {
    return String.join(
        "\n", demo.jdbc.sql("explain " + sql).param("key", key).query(String.class).list());
  }

  private void enter(ActType type, String text) {
    Facts facts = Facts.of("Z-7", Map.of("text", text, "language", "en"));
    publicRecord.enter(List.of(new Act(type, facts)));
  }
}
