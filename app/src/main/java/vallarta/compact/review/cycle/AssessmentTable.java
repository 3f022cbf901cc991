package vallarta.compact.review.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of assessments: who is asked, who was kept out and why, what was handed in.
@Component
class AssessmentTable {

  private final JdbcClient jdbc;

  AssessmentTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Assessment> find(long id) {
    return list("id = :a and :b = 0", id, 0).stream().findFirst();
  }

  /// All rows of a commitment in a review, in the order of their numbers.
  List<Assessment> of(long review, long commitment) {
    return list("review = :a and commitment = :b order by id", review, commitment);
  }

  List<Assessment> ofReview(long review) {
    return list("review = :a and :b = 0 order by commitment, id", review, 0);
  }

  /// Those of one reviewer, the newest first.
  List<Assessment> ofReviewer(long account) {
    return list("reviewer = :a and :b = 0 order by id desc", account, 0);
  }

  List<Assessment> published() {
    return list("state = 'published' and :a = :b order by id", 0, 0);
  }

  /// How many each reviewer is asked for, or has handed in, in a review.
  Map<Long, Integer> load(long review) {
    Map<Long, Integer> load = new java.util.HashMap<>();
    ofReview(review).stream()
        .filter(it -> it.recused() == null)
        .forEach(it -> load.merge(it.reviewer(), 1, Integer::sum));
    return load;
  }

  /// How often reviewers were kept out of a review, by the ground.
  Map<Ground, Integer> recusals(long review) {
    Map<Ground, Integer> counts = new EnumMap<>(Ground.class);
    for (Assessment it : ofReview(review)) {
      Ground ground = it.recused();
      if (ground != null) {
        counts.merge(ground, 1, Integer::sum);
      }
    }
    return counts;
  }

  /// Asks a reviewer, or notes that they are kept out.
  void insert(long review, long commitment, long reviewer, @Nullable Ground ground, Instant at) {
    jdbc.sql(
            """
            insert into review.assessment (review, commitment, reviewer, state, recused, asked_at)
            values (:review, :commitment, :reviewer, :state, :ground, :at)
            on conflict (review, commitment, reviewer) do nothing
            """)
        .param("review", review)
        .param("commitment", commitment)
        .param("reviewer", reviewer)
        .param("state", ground == null ? "asked" : "recused")
        .param("ground", ground == null ? "" : ground.tag())
        .param("at", Timestamp.from(at))
        .update();
  }

  /// @return whether it still waited for that reviewer
  boolean recuse(long id, Ground ground, String reason) {
    return jdbc.sql(
                """
                update review.assessment set state = 'recused', recused = :ground, recused_reason = :reason
                where id = :id and state = 'asked'
                """)
            .param("id", id)
            .param("ground", ground.tag())
            .param("reason", reason)
            .update()
        == 1;
  }

  /// @return whether it still waited for that reviewer
  boolean handIn(
      long id, Verdict verdict, Assessment.Words words, String recommendation, Instant at) {
    return jdbc.sql(
                """
                update review.assessment set state = 'handed-in', finding = :finding, language = :language,
                  reasons = :reasons, recommendation = :recommendation, handed_in_at = :at
                where id = :id and state = 'asked'
                """)
            .param("id", id)
            .param("finding", verdict.tag())
            .param("language", words.language())
            .param("reasons", words.reasons())
            .param("recommendation", recommendation)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  void publish(long review, Instant at) {
    jdbc.sql(
            """
            update review.assessment set state = 'published', published_at = :at
            where review = :review and state = 'handed-in'
            """)
        .param("review", review)
        .param("at", Timestamp.from(at))
        .update();
  }

  private List<Assessment> list(String where, long a, long b) {
    return jdbc.sql("select * from review.assessment where " + where)
        .param("a", a)
        .param("b", b)
        .query((row, n) -> assessment(row))
        .list();
  }

  private static Assessment assessment(ResultSet row) throws SQLException {
    String finding = row.getString("finding");
    String recused = row.getString("recused");
    return new Assessment(
        row.getLong("id"),
        row.getLong("review"),
        row.getLong("commitment"),
        row.getLong("reviewer"),
        Assessment.State.of(row.getString("state")),
        finding.isEmpty() ? null : Verdict.of(finding),
        new Assessment.Words(row.getString("language"), row.getString("reasons")),
        row.getString("recommendation"),
        recused.isEmpty() ? null : Ground.of(recused),
        instant(row.getTimestamp("handed_in_at")),
        instant(row.getTimestamp("published_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
