package vallarta.compact.commitment.batch;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.commitment.CommitmentFilter;
import vallarta.compact.web.DomainFailure;

/// What somebody looks at often: a name for a filter of the list, each account's own.
@Service
class SavedViews {

  private static final int LONGEST = 80;
  private static final int MOST = 50;

  /// @param filter parameters of the address of the list
  record SavedView(long id, String name, String filter) {}

  private final JdbcClient jdbc;

  SavedViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(readOnly = true)
  List<SavedView> of(long account) {
    return jdbc.sql(
            "select id, name, filter from commitment.saved_view where account = :of order by name")
        .param("of", account)
        .query((row, n) -> new SavedView(row.getLong(1), row.getString(2), row.getString(3)))
        .list();
  }

  /// Keeps a filter under a name, in the place of what was kept under it.
  @Transactional
  void save(long account, String name, CommitmentFilter filter) {
    String told = Filter.address(filter);
    if (name.isBlank() || name.strip().length() > LONGEST || told.length() > 1_000) {
      throw failure("COMM-130", "commitment.batch.failure.name", LONGEST);
    }
    if (of(account).stream().noneMatch(it -> it.name().equals(name.strip()))
        && of(account).size() >= MOST) {
      throw failure("COMM-131", "commitment.batch.failure.views", MOST);
    }
    jdbc.sql(
            """
            insert into commitment.saved_view (account, name, filter) values (:of, :name, :filter)
            on conflict (account, name) do update set filter = excluded.filter
            """)
        .param("of", account)
        .param("name", name.strip())
        .param("filter", told)
        .update();
  }

  /// Removes one of that account's own; another's is none of its business.
  @Transactional
  void remove(long account, long id) {
    jdbc.sql("delete from commitment.saved_view where id = :id and account = :of")
        .param("id", id)
        .param("of", account)
        .update();
  }

  private static DomainFailure failure(String code, String key, int most) {
    return new DomainFailure(code, key, Map.of("most", most), HttpStatus.UNPROCESSABLE_ENTITY);
  }
}
