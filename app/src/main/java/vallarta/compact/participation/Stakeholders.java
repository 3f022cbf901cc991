package vallarta.compact.participation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.store.Revision;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Row;
import vallarta.compact.table.RowCheck;
import vallarta.compact.table.Table;

/// The register of stakeholders. The key is the reference: a second import of the same table
/// changes nothing.
@Service
public class Stakeholders {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final Revision revision;
  private final StakeholderFacts facts;
  private final PublicRecord publicRecord;

  Stakeholders(
      JdbcClient jdbc,
      JdbcTemplate batch,
      Revision revision,
      StakeholderFacts facts,
      PublicRecord publicRecord) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.revision = revision;
    this.facts = facts;
    this.publicRecord = publicRecord;
  }

  /// All of them by key.
  public Map<String, Stakeholder> list() {
    Map<String, Stakeholder> byKey = new HashMap<>();
    jdbc.sql(
            "select key, name, name_language, type, state, region, fictional from participation.stakeholder")
        .query((row, n) ->
            new Stakeholder(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                StakeholderType.of(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7)))
        .list()
        .forEach(stakeholder -> byKey.put(stakeholder.key(), stakeholder));
    return byKey;
  }

  /// The stakeholder of that key.
  public Optional<Stakeholder> find(String key) {
    return Optional.ofNullable(list().get(key));
  }

  /// Whether something published names the stakeholder of that key.
  public boolean isListed(String key) {
    return jdbc.sql(
            "select exists (select from participation.stakeholder where key = :key and listed)")
        .param("key", key)
        .query(Boolean.class)
        .single();
  }

  /// Writes and lists them, those of a known key over what was there.
  ///
  /// @return how many rows were new or differ from what was there
  @Transactional
  public int save(Collection<Stakeholder> stakeholders) {
    List<String> changed = write(stakeholders);
    enter(ActType.CORRECTION, changed);
    publish(stakeholders.stream().map(Stakeholder::key).toList());
    return changed.size();
  }

  /// Writes voices that are not known yet, for inputs of which it is not said here whether they are
  /// published: the record learns of a voice when it is.
  @Transactional
  public void keep(Collection<Stakeholder> voices) {
    // Another import may have made one of them known and listed in the meantime.
    enter(ActType.CORRECTION, write(voices));
  }

  /// Lists those of these keys that were not listed before: something published names them.
  @Transactional
  public void publish(Collection<String> keys) {
    List<String> fresh =
        jdbc.sql(
                """
                update participation.stakeholder set listed = true
                where key = any(:keys) and not listed returning key
                """)
            .param("keys", keys.toArray(String[]::new))
            .query((row, n) -> row.getString(1))
            .list();
    enter(ActType.STAKEHOLDER_REGISTERED, fresh);
  }

  private void enter(ActType type, List<String> keys) {
    if (!keys.isEmpty()) {
      publicRecord.enter(facts.of(keys).stream().map(it -> new Act(type, it)).toList());
    }
  }

  /// @return the keys of those that were new or differ from what was there
  private List<String> write(Collection<Stakeholder> stakeholders) {
    Map<String, Stakeholder> known = list();
    List<Stakeholder> rows =
        stakeholders.stream().filter(it -> !it.equals(known.get(it.key()))).toList();
    batch.batchUpdate(
        """
        insert into participation.stakeholder as s (key, name, name_language, type, state, region, fictional, listed)
        values (?, ?, ?, ?, ?, ?, ?, false)
        on conflict (key) do update set name = excluded.name, name_language = excluded.name_language,
          type = excluded.type, state = excluded.state, region = excluded.region, fictional = excluded.fictional
        """,
        new BatchPreparedStatementSetter() {
          @Override
          public void setValues(java.sql.PreparedStatement row, int i)
              throws java.sql.SQLException {
            Stakeholder it = rows.get(i);
            row.setString(1, it.key());
            row.setString(2, it.name());
            row.setString(3, it.nameLanguage());
            row.setString(4, it.type().tag());
            row.setString(5, it.state());
            row.setString(6, it.region());
            row.setBoolean(7, it.fictional());
          }

          @Override
          public int getBatchSize() {
            return rows.size();
          }
        });
    if (!rows.isEmpty()) {
      revision.touch();
    }
    return rows.stream().map(Stakeholder::key).toList();
  }

  /// The stakeholders of a table `key,name,name_language,type,state,region_m49,fictional`.
  public static List<Stakeholder> read(Table table, List<Problem> problems) {
    RowCheck check = new RowCheck();
    List<Stakeholder> read = new ArrayList<>();
    Map<String, Row> seen = new HashMap<>();
    if (check.columns(table, "key", "name", "type")) {
      for (Row row : table.rows()) {
        int before = check.count();
        String key = check.required(row, "key");
        String name = check.required(row, "name");
        if (!key.isEmpty() && seen.putIfAbsent(key, row) != null) {
          check.add(row, "key", Problem.Rule.REPEATED_KEY, List.of());
        }
        StakeholderType type =
            check.oneOf(row, "type", StakeholderType.class).orElse(StakeholderType.UNKNOWN);
        boolean fictional = check.flag(row, "fictional");
        if (check.count() == before) {
          read.add(
              new Stakeholder(
                  key,
                  name,
                  row.get("name_language"),
                  type,
                  row.get("state"),
                  row.get("region_m49"),
                  fictional));
        }
      }
    }
    problems.addAll(check.problems());
    return read;
  }
}
