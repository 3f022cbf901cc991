package vallarta.compact.review.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.review.cycle.Review.Drawn;

/// The rows of reviews, of what was drawn for them, and of what they found.
@Component
class ReviewTable {

  private record Row(long review, Drawn drawn) {}

  private final JdbcClient jdbc;
  private final AssessmentTable assessments;

  ReviewTable(JdbcClient jdbc, AssessmentTable assessments) {
    this.jdbc = jdbc;
    this.assessments = assessments;
  }

  Optional<Review> find(long id) {
    return list("where id = :id", id).stream().findFirst();
  }

  /// The same, held until the end of the transaction.
  Optional<Review> hold(long id) {
    return list("where id = :id for update", id).stream().findFirst();
  }

  /// The newest first.
  List<Review> list() {
    return list("where :id = 0 order by id desc", 0);
  }

  private List<Review> list(String where, long id) {
    Map<Long, List<Drawn>> samples =
        jdbc
            .sql(
                """
                select review, commitment, risk, why from review.sampled
                where :id in (0, review) order by commitment
                """)
            .param("id", id)
            .query((row, n) ->
                new Row(
                    row.getLong(1),
                    new Drawn(
                        row.getLong(2),
                        row.getInt(3),
                        Arrays.stream((String[]) row.getArray(4).getArray())
                            .map(Sign::of)
                            .toList())))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Row::review, Collectors.mapping(Row::drawn, Collectors.toList())));
    return jdbc.sql("select * from review.review " + where)
        .param("id", id)
        .query((row, n) -> review(row, samples.getOrDefault(row.getLong("id"), List.of())))
        .list();
  }

  long insert(Review.Plan it, long seed, boolean fictional, Instant at) {
    return jdbc.sql(
            """
            insert into review.review (name, language, forum, year, seed, size, opened_at, fictional)
            values (:name, :language, :forum, :year, :seed, :size, :at, :fictional) returning id
            """)
        .param("name", it.name())
        .param("language", it.language())
        .param("forum", it.forum())
        .param("year", it.year())
        .param("seed", seed)
        .param("size", it.size())
        .param("at", Timestamp.from(at))
        .param("fictional", fictional)
        .query(Long.class)
        .single();
  }

  void draw(long review, Sample.Candidate it) {
    jdbc.sql(
            """
            insert into review.sampled (review, commitment, risk, why)
            values (:review, :commitment, :risk, :why)
            """)
        .param("review", review)
        .param("commitment", it.commitment())
        .param("risk", it.risk())
        .param("why", it.why().stream().map(Sign::tag).toArray(String[]::new))
        .update();
  }

  void publish(long id, Instant at) {
    jdbc.sql("update review.review set state = 'published', published_at = :at where id = :id")
        .param("id", id)
        .param("at", Timestamp.from(at))
        .update();
  }

  Finding insert(Finding it, Instant at) {
    Assessment stands = it.stands();
    return it.numbered(
        jdbc.sql(
                """
                insert into review.finding
                  (review, commitment, finding, agreement, dissent, language, body, recommendation, published_at)
                values (:review, :commitment, :finding, :agreement, :dissent, :language, :body, :recommendation, :at)
                returning id
                """)
            .param("review", stands.review())
            .param("commitment", stands.commitment())
            .param("finding", it.verdict().tag())
            .param("agreement", it.agreement())
            .param("dissent", it.dissent().map(Assessment::ref).orElse(""))
            .param("language", stands.words().language())
            .param("body", stands.words().reasons())
            .param("recommendation", it.recommendation())
            .param("at", Timestamp.from(at))
            .query(Long.class)
            .single());
  }

  /// What reviews found of a commitment, the newest first.
  List<Finding> findingsOf(long commitment) {
    return findings("commitment = :id order by id desc", commitment);
  }

  /// What a review found.
  List<Finding> findings(long review) {
    return findings("review = :id order by commitment", review);
  }

  private List<Finding> findings(String where, long id) {
    return jdbc
        .sql("select id, review, commitment from review.finding where " + where)
        .param("id", id)
        .query((row, n) -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)})
        .list()
        .stream()
        .flatMap(it ->
            Finding.of(assessments.of(it[1], it[2])).stream().map(found -> found.numbered(it[0])))
        .toList();
  }

  private static Review review(ResultSet row, List<Drawn> sample) throws SQLException {
    Timestamp published = row.getTimestamp("published_at");
    return new Review(
        row.getLong("id"),
        row.getString("name"),
        row.getString("language"),
        row.getString("forum"),
        row.getInt("year"),
        row.getLong("seed"),
        row.getInt("size"),
        row.getTimestamp("opened_at").toInstant(),
        published == null ? null : published.toInstant(),
        row.getBoolean("fictional"),
        sample);
  }
}
