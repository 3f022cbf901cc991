package vallarta.compact.review.follow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.account.News;
import vallarta.compact.record.Entry;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.record.RecordedPages;
import vallarta.compact.review.Standing;
import vallarta.compact.review.StandingChanged;
import vallarta.compact.review.thread.Threads;

/// Keeps for those who follow something what changes on its thread, so that the next mail tells
/// them: every entry of the record as the log takes it over, and every change of standing.
@Service
class FollowNews {

  private static final String TOPIC = "follow";
  private static final int AT_A_TIME = 500;

  private final JdbcClient jdbc;
  private final Follows follows;
  private final Threads threads;
  private final PublicRecord publicRecord;
  private final RecordedPages pages;
  private final News news;

  FollowNews(
      JdbcClient jdbc,
      Follows follows,
      Threads threads,
      PublicRecord publicRecord,
      RecordedPages pages,
      News news) {
    this.jdbc = jdbc;
    this.follows = follows;
    this.threads = threads;
    this.publicRecord = publicRecord;
    this.pages = pages;
    this.news = news;
  }

  /// Reads on in the log from where it was read last.
  ///
  /// @return how many entries were read
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT30S")
  @Transactional
  public int gather() {
    Optional<Long> next =
        jdbc.sql("select next from review.followed_until for update skip locked")
            .query(Long.class)
            .optional();
    if (next.isEmpty()) {
      return 0;
    }
    int read = 0;
    long from = next.get();
    boolean listening = follows.isAnybody();
    List<Entry> entries = publicRecord.from(from, AT_A_TIME);
    while (!entries.isEmpty()) {
      if (listening) {
        entries.forEach(this::tell);
      }
      read += entries.size();
      from += entries.size();
      entries = publicRecord.from(from, AT_A_TIME);
    }
    jdbc.sql("update review.followed_until set next = :next").param("next", from).update();
    return read;
  }

  @EventListener
  void on(StandingChanged change) {
    // That a commitment was withdrawn is told by the record.
    if (change.after() != Standing.WITHDRAWN && follows.isAnybody()) {
      String ref = "CM-" + change.commitment();
      follows
          .following(threads.behind(ref))
          .forEach((account, followed) ->
              news.keep(
                  account,
                  TOPIC,
                  ref + "/standing",
                  "/commitments/" + ref,
                  "review.news",
                  Map.of(
                      "change",
                      Told.standing(ref, change.before().tag(), change.after().tag()),
                      "text",
                      change.reason(),
                      "followed",
                      followed)));
    }
  }

  private void tell(Entry it) {
    What.of(it)
        .ifPresent(what ->
            follows
                .following(threads.behind(it.of()))
                .forEach((account, followed) ->
                    news.keep(
                        account,
                        TOPIC,
                        it.of(),
                        pages.of(it),
                        "review.news",
                        Map.of(
                            "change",
                            new News.Sentence(
                                "review.change." + what.tag(), Map.of("ref", it.of())),
                            "text",
                            what == What.COMMITMENT_WITHDRAWN
                                ? it.value("withdrawn_reason")
                                : it.gist(),
                            "followed",
                            followed))));
  }
}
