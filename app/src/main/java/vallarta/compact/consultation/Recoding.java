package vallarta.compact.consultation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vallarta.compact.cli.Progress;
import vallarta.compact.consultation.coding.Coder;
import vallarta.compact.consultation.coding.CodingUnit;
import vallarta.compact.consultation.coding.Thesaurus;
import vallarta.compact.language.Language;
import vallarta.compact.store.Revision;
import vallarta.compact.table.ImportResult;

/// Puts a new thesaurus in force: all statements get the codes that it suggests, in one
/// transaction. What persons decided stays.
@Service
class Recoding {

  private static final int AT_A_TIME = 2_000;

  private final JdbcClient jdbc;
  private final Thesauri thesauri;
  private final InputStore store;
  private final Acts acts;
  private final Revision revision;
  private final TransactionTemplate transaction;

  Recoding(
      JdbcClient jdbc,
      Thesauri thesauri,
      InputStore store,
      Acts acts,
      Revision revision,
      TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.thesauri = thesauri;
    this.store = store;
    this.acts = acts;
    this.revision = revision;
    this.transaction = transaction;
  }

  /// Imports a thesaurus; one that already holds changes nothing.
  ImportResult run(Path path, ImportMode mode, Progress progress) throws IOException {
    ThesaurusFiles files = ThesaurusFiles.read(path);
    boolean write = mode.writes(files.problems()) && !thesauri.isCurrent(files.thesaurus());
    if (write) {
      transaction.executeWithoutResult(status -> {
        acts.thesaurus(thesauri.save(files.thesaurus()));
        recode(files.thesaurus(), progress);
        revision.touch();
      });
    }
    return new ImportResult(
        "thesaurus",
        files.rows(),
        write ? files.rows() : 0,
        files.problems(),
        mode == ImportMode.DRY_RUN);
  }

  private void recode(Thesaurus thesaurus, Progress progress) {
    jdbc.sql("lock table consultation.statement in share row exclusive mode").update();
    long count = jdbc.sql("select count(*) from consultation.statement").query(Long.class).single();
    jdbc.sql("delete from consultation.suggestion").update();
    Coder coder = new Coder(thesaurus);
    long last = 0;
    long done = 0;
    for (var units = after(last); !units.isEmpty(); units = after(last)) {
      store.copySuggestions(suggested(coder, units));
      last = units.lastEntry().getKey();
      done += units.size();
      progress.step(done, count, "");
    }
  }

  private static Map<Long, List<Code>> suggested(
      Coder coder, LinkedHashMap<Long, CodingUnit> units) {
    var codes = coder.code(List.copyOf(units.values())).iterator();
    Map<Long, List<Code>> suggested = new LinkedHashMap<>();
    units.keySet().forEach(number -> suggested.put(number, Code.suggested(codes.next())));
    return suggested;
  }

  private LinkedHashMap<Long, CodingUnit> after(long number) {
    LinkedHashMap<Long, CodingUnit> units = new LinkedHashMap<>();
    jdbc.sql(
            """
            select number, text, context, language from consultation.statement
            where number > :number order by number limit :limit
            """)
        .param("number", number)
        .param("limit", AT_A_TIME)
        .query(row -> {
          units.put(
              row.getLong(1),
              new CodingUnit(
                  row.getString(2),
                  row.getString(3),
                  Language.find(row.getString(4)).orElse(Language.EN)));
        });
    return units;
  }
}
