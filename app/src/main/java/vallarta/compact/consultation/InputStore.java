package vallarta.compact.consultation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import vallarta.compact.consultation.reading.Block;
import vallarta.compact.consultation.reading.Reading;
import vallarta.compact.participation.Stakeholder;

/// Writes inputs with their text, statements and suggested codes: always in the transaction of its
/// caller.
@Component
final class InputStore {

  private static final int INTS_A_BLOCK = 5;

  private final JdbcClient jdbc;
  private final DataSource dataSource;

  InputStore(JdbcClient jdbc, DataSource dataSource) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  /// The inputs that are there already, by the hash of their bytes.
  Map<String, InputId> numbersByHash() {
    Map<String, InputId> numbers = new HashMap<>();
    jdbc.sql("select sha256, number from consultation.input")
        .query((row, n) -> Map.entry(row.getString(1), new InputId(row.getLong(2))))
        .list()
        .forEach(entry -> numbers.put(entry.getKey(), entry.getValue()));
    return numbers;
  }

  /// The own references of statements that are there already.
  Set<String> ownRefs() {
    return new HashSet<>(
        jdbc.sql("select own_ref from consultation.statement where own_ref <> ''")
            .query(String.class)
            .list());
  }

  /// All references by which a table may name a statement: our own and those of its table.
  Set<String> statementRefs() {
    return new HashSet<>(
        jdbc.sql(
                """
                select 'S-' || number from consultation.statement
                union all
                select own_ref from consultation.statement where own_ref <> ''
                """)
            .query(String.class)
            .list());
  }

  InputId nextInput() {
    return new InputId(
        jdbc.sql("select nextval('consultation.input_number')").query(Long.class).single());
  }

  /// The first of so many numbers for statements, taken in a row.
  long nextStatements(int count) {
    jdbc.sql("lock table consultation.statement in share row exclusive mode").update();
    long last =
        jdbc.sql(
                "select setval('consultation.statement_number', nextval('consultation.statement_number') + :more)")
            .param("more", Math.max(0, count - 1))
            .query(Long.class)
            .single();
    return last - Math.max(0, count - 1);
  }

  void insert(Received received) {
    Input input = received.input();
    insertInput(input);
    insertText(input, received.reading());
    copyStatements(received.statements());
    Map<Long, List<Code>> suggested = new LinkedHashMap<>();
    received.statements().forEach(it -> suggested.put(it.id().number(), it.codes()));
    copySuggestions(suggested);
  }

  private void insertInput(Input input) {
    Consultation consultation = input.consultation();
    jdbc.sql(
            """
            insert into consultation.input (number, sha256, file_name, title, media_type, size_bytes, status, detail,
              pages, language, language_source, stakeholder, consultation, licence, consent, told_by, received, fictional)
            values (:number, :sha256, :fileName, :title, :mediaType, :sizeBytes, :status, :detail,
              :pages, :language, :languageSource, :stakeholder, :consultation, :licence, :consent, :toldBy, :received, :fictional)
            """)
        .param("number", input.id().number())
        .param("sha256", input.sha256())
        .param("fileName", input.fileName())
        .param("title", input.title())
        .param("mediaType", input.mediaType())
        .param("sizeBytes", input.sizeBytes())
        .param("status", input.status().name())
        .param("detail", input.detail())
        .param("pages", input.pages())
        .param("language", input.languageTag())
        .param("languageSource", input.languageSource().tag())
        .param("stakeholder", known(input.voice()).orElse(null))
        .param("consultation", consultation == null ? null : consultation.ref())
        .param("licence", input.licence())
        .param("consent", input.consent().tag())
        .param("toldBy", input.toldBy())
        .param("received", Timestamp.from(input.received().truncatedTo(ChronoUnit.MILLIS)))
        .param("fictional", input.fictional())
        .update();
  }

  private void insertText(Input input, Reading reading) {
    if (reading.text().isEmpty()) {
      return;
    }
    int[] blocks = new int[reading.blocks().size() * INTS_A_BLOCK];
    int i = 0;
    for (Block block : reading.blocks()) {
      blocks[i++] = block.kind().ordinal();
      blocks[i++] = block.level();
      blocks[i++] = block.page();
      blocks[i++] = block.start();
      blocks[i++] = block.end();
    }
    jdbc.sql(
            "insert into consultation.input_text (input, text, blocks) values (:input, :text, :blocks)")
        .param("input", input.id().number())
        .param("text", storable(reading.text()))
        .param("blocks", blocks)
        .update();
  }

  /// The text of an input with its blocks, empty when none was read.
  Optional<Reading> findText(Input input) {
    return jdbc.sql("select text, blocks from consultation.input_text where input = :input")
        .param("input", input.id().number())
        .query((row, n) -> {
          Integer[] ints = (Integer[]) row.getArray(2).getArray();
          List<Block> blocks = new ArrayList<>();
          for (int i = 0; i < ints.length; i += INTS_A_BLOCK) {
            Block.Kind kind = Block.Kind.values()[ints[i]];
            blocks.add(new Block(kind, ints[i + 1], ints[i + 2], ints[i + 3], ints[i + 4]));
          }
          return new Reading(
              input.status(),
              input.detail(),
              input.mediaType(),
              input.pages(),
              row.getString(1),
              blocks);
        })
        .optional();
  }

  private void copyStatements(List<Statement> statements) {
    CopyText rows = new CopyText();
    for (Statement it : statements) {
      var passage = it.found().passage();
      Consultation consultation = it.consultation();
      rows.cell(it.id().number())
          .cell(it.input().id().number())
          .cell(it.row())
          .cell(it.ownRef())
          .cell(passage.page())
          .cell(String.join("\n", passage.headings()))
          .cell(passage.number())
          .cell(passage.paragraph())
          .cell(passage.start())
          .cell(passage.end())
          .cell(it.language().tag())
          .cell(it.found().kind().name())
          .cell(it.found().cue())
          .cell(it.found().speaker())
          .cell(it.found().addressee())
          .cell(it.found().context())
          .cell(it.text())
          .cellOrNull(known(it.voice()).orElse(null))
          .cellOrNull(consultation == null ? null : consultation.ref())
          .cell(it.consent().tag())
          .cell(it.toldBy())
          .endRow();
    }
    copy(
        """
        copy consultation.statement (number, input, row_number, own_ref, page, headings, label, paragraph, starts, ends,
          language, kind, cue, speaker, addressee, context, text, stakeholder, consultation, consent, told_by) from stdin
        """,
        rows);
  }

  /// Writes what is suggested for statements, by their number.
  void copySuggestions(Map<Long, List<Code>> suggested) {
    CopyText rows = new CopyText();
    suggested.forEach((statement, codes) -> {
      for (Code code : codes) {
        rows.cell(statement)
            .cell(code.scheme().name().toLowerCase(Locale.ROOT))
            .cell(code.term())
            .cell(code.rule())
            .cell(code.matched())
            .cell(code.words())
            .endRow();
      }
    });
    copy(
        "copy consultation.suggestion (statement, scheme, term, rule, matched, words) from stdin",
        rows);
  }

  private void copy(String sql, CopyText rows) {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(rows.text()));
    } catch (SQLException e) {
      throw new IllegalStateException("the rows could not be written", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  /// The key of a voice that stands in the register; a voice that an input has for itself does not.
  static Optional<String> known(Stakeholder voice) {
    return voice.isKnown() ? Optional.of(voice.key()) : Optional.empty();
  }

  static String storable(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }
}
