package vallarta.compact.review.follow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.record.Entry;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.record.RecordedPages;

/// What changed: acts of the public record, and how commitments came to stand otherwise.
@Service
@Transactional(readOnly = true)
class Changes {

  private static final String STANDING =
      """
      select s.*, c.title, c.language from review.standing_change s
      join commitment.commitment c on c.id = s.commitment and s.after <> 'withdrawn'
      """;

  private final JdbcClient jdbc;
  private final PublicRecord publicRecord;
  private final RecordedPages pages;

  Changes(JdbcClient jdbc, PublicRecord publicRecord, RecordedPages pages) {
    this.jdbc = jdbc;
    this.publicRecord = publicRecord;
    this.pages = pages;
  }

  /// What changed about commitments and what came of them in that time, the newest first.
  ///
  /// @param to not included
  List<Change> between(Instant from, Instant to, int most) {
    Set<What> told = What.OF_COMMITMENTS;
    Stream<Change> acts =
        publicRecord.between(from, to, What.acts(told), most).stream()
            .filter(it -> What.isOfCommitment(it.of()))
            .flatMap(it -> of(it).stream());
    Stream<Change> standings =
        jdbc
            .sql(
                STANDING
                    + " where s.at >= :from and s.at < :to order by s.at desc, s.id desc limit :most")
            .param("from", Timestamp.from(from))
            .param("to", Timestamp.from(to))
            .param("most", most)
            .query((row, n) -> standing(row))
            .list()
            .stream();
    return newest(acts, standings, most);
  }

  /// What changed about any of these objects, the newest first.
  List<Change> of(Collection<String> refs, int most) {
    Long[] commitments =
        refs.stream()
            .filter(it -> it.startsWith("CM-"))
            .map(it -> Long.parseLong(it.substring(3)))
            .toArray(Long[]::new);
    Set<String> all = new HashSet<>(refs);
    all.addAll(
        jdbc.sql(
                """
                select 'RY-' || id from review.reply where commitment = any(:ids)
                union all
                select 'OL-' || l.id from review.label l join review.duty d on d.id = l.duty
                where d.commitment = any(:ids)
                """)
            .param("ids", commitments)
            .query((row, n) -> row.getString(1))
            .list());
    Stream<Change> acts =
        publicRecord.newest(all, What.acts(Set.of(What.values())), most).stream()
            .flatMap(it -> of(it).stream());
    Stream<Change> standings =
        jdbc
            .sql(
                STANDING
                    + " where s.commitment = any(:ids) order by s.at desc, s.id desc limit :most")
            .param("ids", commitments)
            .param("most", most)
            .query((row, n) -> standing(row))
            .list()
            .stream();
    return newest(acts, standings, most);
  }

  private List<Change> of(Entry it) {
    Long index = it.index();
    return index == null
        ? List.of()
        : What.of(it).stream()
            .map(what ->
                new Change(
                    "/record/entries/" + index,
                    what,
                    it.of(),
                    pages.of(it),
                    it.at(),
                    "",
                    "",
                    what == What.COMMITMENT_WITHDRAWN ? it.value("withdrawn_reason") : it.gist(),
                    it.language()))
            .toList();
  }

  private static List<Change> newest(Stream<Change> acts, Stream<Change> standings, int most) {
    return Stream.concat(acts, standings)
        .sorted(Comparator.comparing(Change::at).reversed())
        .limit(most)
        .toList();
  }

  private static Change standing(ResultSet row) throws SQLException {
    String ref = "CM-" + row.getLong("commitment");
    return new Change(
        "/commitments/%s?standing=%d".formatted(ref, row.getLong("id")),
        What.STANDING_CHANGED,
        ref,
        "/commitments/" + ref,
        row.getTimestamp("at").toInstant(),
        row.getString("before"),
        row.getString("after"),
        row.getString("title"),
        row.getString("language"));
  }
}
