package vallarta.compact.review.follow;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.record.RecordedPages;
import vallarta.compact.review.thread.Threads;
import vallarta.compact.web.DomainFailure;

/// Who follows what. Nobody follows anything without asking.
@Service
class Follows {

  private final JdbcClient jdbc;
  private final Threads threads;
  private final RecordedPages pages;
  private final Clock clock;

  Follows(JdbcClient jdbc, Threads threads, RecordedPages pages, Clock clock) {
    this.jdbc = jdbc;
    this.threads = threads;
    this.pages = pages;
    this.clock = clock;
  }

  /// Whether everybody can read something under that reference that has a thread, or will have one:
  /// a submission that waits for its publication.
  @Transactional(readOnly = true)
  boolean isFollowable(String ref) {
    return ref.matches("SU-[1-9][0-9]{0,17}") ? !pages.of(Set.of(ref)).isEmpty() : threads.has(ref);
  }

  /// The reference if it can be followed.
  ///
  /// @throws DomainFailure answered with 404
  @Transactional(readOnly = true)
  String checked(String ref) {
    if (!isFollowable(ref)) {
      throw new DomainFailure(
          "REV-400", "review.failure.no-thread", Map.of("ref", ref), HttpStatus.NOT_FOUND);
    }
    return ref;
  }

  @Transactional
  void begin(long account, String ref) {
    jdbc.sql(
            """
            insert into review.follow (account, ref, since) values (:account, :ref, :now)
            on conflict do nothing
            """)
        .param("account", account)
        .param("ref", checked(ref))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /// Doing it twice is no error.
  @Transactional
  void end(long account, String ref) {
    jdbc.sql("delete from review.follow where account = :account and ref = :ref")
        .param("account", account)
        .param("ref", ref)
        .update();
  }

  /// What somebody follows, the newest first.
  @Transactional(readOnly = true)
  List<String> of(long account) {
    return jdbc.sql(
            "select ref from review.follow where account = :account order by since desc, ref")
        .param("account", account)
        .query((row, n) -> row.getString(1))
        .list();
  }

  /// Who follows any of these, each with the one that they followed first.
  @Transactional(readOnly = true)
  Map<Long, String> following(Collection<String> refs) {
    Map<Long, String> found = new LinkedHashMap<>();
    jdbc.sql(
            """
            select distinct on (account) account, ref from review.follow
            where ref = any(:refs) order by account, since, ref
            """)
        .param("refs", refs.toArray(String[]::new))
        .query(row -> {
          found.put(row.getLong(1), row.getString(2));
        });
    return found;
  }

  @Transactional(readOnly = true)
  boolean isAnybody() {
    return jdbc.sql("select exists (select from review.follow)").query(Boolean.class).single();
  }
}
