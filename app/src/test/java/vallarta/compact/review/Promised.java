package vallarta.compact.review;

import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vallarta.compact.cli.Visitor;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Facts;
import vallarta.compact.record.PublicRecord;

/// Commitments of fictional States and what came of them, made on the real pages as far as there
/// are pages.
public final class Promised {

  /// Beans of the site on which it happens.
  @FunctionalInterface
  public interface Beans {
    <T> T of(Class<T> type);
  }

  private final Beans beans;

  public Promised(Beans beans) {
    this.beans = beans;
  }

  /// Publishes a commitment of a State.
  ///
  /// @param more fields, as name and value in turn
  /// @return its reference
  public static String publish(Visitor writer, String owner, String title, String... more)
      throws Exception {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "owner",
                owner,
                "title",
                title,
                "text",
                title + " in every port.",
                "language",
                "en",
                "obligation",
                "voluntary-pledge",
                "schedule",
                "yearly"));
    fields.addAll(List.of(more));
    String ref = after(writer.send("/en/commitments/new", fields.toArray(String[]::new)));
    after(writer.send("/en/commitments/%s/publish".formatted(ref), "seen", "1"));
    return ref;
  }

  /// An actor's report comes out, after which the commitment is under way.
  public String report(String commitment, String owner, String achieved) {
    return inOne(() -> {
      String ref =
          jdbc()
              .sql(
                  """
                  insert into review.report
                    (commitment, stakeholder, state, progress, language, achieved, published_at, changed_at)
                  values (:id, :owner, 'published', 'under-way', 'en', :achieved, :now, :now)
                  returning 'RP-' || id
                  """)
              .param("id", number(commitment))
              .param("owner", owner)
              .param("achieved", achieved)
              .param("now", now())
              .query(String.class)
              .single();
      enter(ActType.REPORT_PUBLISHED, ref, achieved);
      Standings standings = beans.of(Standings.class);
      standings.reported(number(commitment), Instant.now());
      standings.change(number(commitment), Standing.UNDER_WAY, achieved, ref);
      return ref;
    });
  }

  /// Somebody else reports.
  public String parallel(String commitment, String owner, String title) {
    return inOne(() -> {
      String ref =
          jdbc()
              .sql(
                  """
                  insert into review.parallel
                    (commitment, owner, state, language, title, body, agrees, interest, published_at, changed_at)
                  values (:id, :owner, 'published', 'en', :title, :title, 'no', 'We live there', :now, :now)
                  returning 'PL-' || id
                  """)
              .param("id", number(commitment))
              .param("owner", owner)
              .param("title", title)
              .param("now", now())
              .query(String.class)
              .single();
      enter(ActType.PARALLEL_REPORT_PUBLISHED, ref, title);
      return ref;
    });
  }

  /// Reviewers find something.
  public String finding(String commitment, String body) {
    return inOne(() -> {
      String ref =
          jdbc()
              .sql(
                  """
                  with r as (
                    insert into review.review (name, language, year, seed, size, state, opened_at, published_at)
                    values ('A review', 'en', 2027, 1, 1, 'published', :now, :now) returning id)
                  insert into review.finding
                    (review, commitment, finding, agreement, language, body, recommendation, published_at)
                  select r.id, :id, 'partly-kept', 'same', 'en', :body, 'Go on', :now from r
                  returning 'FN-' || id
                  """)
              .param("id", number(commitment))
              .param("body", body)
              .param("now", now())
              .query(String.class)
              .single();
      enter(ActType.FINDING_PUBLISHED, ref, body);
      return ref;
    });
  }

  /// Waits until the log has taken all entries over.
  public void logged() throws InterruptedException {
    for (int i = 0; i < 300 && beans.of(PublicRecord.class).standing().waiting() > 0; i++) {
      Thread.sleep(50);
    }
  }

  /// The one value that a query gives.
  public String one(String sql) {
    return jdbc().sql(sql).query(String.class).single();
  }

  private void enter(ActType type, String ref, String text) {
    beans
        .of(PublicRecord.class)
        .enter(List.of(new Act(type, Facts.of(ref, Map.of("text", text, "language", "en")))));
  }

  private String inOne(java.util.function.Supplier<String> act) {
    return new TransactionTemplate(beans.of(PlatformTransactionManager.class))
        .execute(status -> act.get());
  }

  private JdbcClient jdbc() {
    return beans.of(JdbcClient.class);
  }

  private static long number(String ref) {
    return Long.parseLong(ref.substring(3));
  }

  private static Timestamp now() {
    return Timestamp.from(Instant.now());
  }

  private static String after(HttpResponse<String> answer) {
    UnaryOperator<String> last = it -> it.substring(it.lastIndexOf('/') + 1);
    return answer
        .headers()
        .firstValue("Location")
        .map(last)
        .orElseThrow(() -> new AssertionError(answer.statusCode() + "\n" + answer.body()));
  }
}
