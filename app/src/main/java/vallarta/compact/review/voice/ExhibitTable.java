package vallarta.compact.review.voice;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of evidence beside parallel reports.
@Component
class ExhibitTable {

  private final JdbcClient jdbc;

  ExhibitTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Those of an object, in the order in which they came.
  ///
  /// @param about its reference
  List<Exhibit> of(String about) {
    return jdbc.sql("select * from review.evidence where about = :about order by id")
        .param("about", about)
        .query((row, n) -> exhibit(row))
        .list();
  }

  Optional<Exhibit> find(String about, long id) {
    return of(about).stream().filter(it -> it.id() == id).findFirst();
  }

  void insert(String about, Exhibit it, Instant at) {
    jdbc.sql(
            """
            insert into review.evidence
              (about, kind, title, url, sha256, media_type, size_bytes, type, independence, dated, added_at)
            values (:about, :kind, :title, :url, :sha256, :media, :bytes, :type, :independence, :dated, :at)
            """)
        .param("about", about)
        .param("kind", it.isFile() ? "file" : "link")
        .param("title", it.title())
        .param("url", it.url())
        .param("sha256", it.sha256())
        .param("media", it.mediaType())
        .param("bytes", it.bytes())
        .param("type", it.type())
        .param("independence", it.independence())
        .param("dated", it.dated())
        .param("at", Timestamp.from(at))
        .update();
  }

  void delete(String about, long id) {
    jdbc.sql("delete from review.evidence where about = :about and id = :id")
        .param("about", about)
        .param("id", id)
        .update();
  }

  private static Exhibit exhibit(ResultSet row) throws SQLException {
    Date dated = row.getDate("dated");
    return new Exhibit(
        row.getLong("id"),
        row.getString("title"),
        row.getString("url"),
        row.getString("sha256"),
        row.getString("media_type"),
        row.getLong("size_bytes"),
        row.getString("type"),
        row.getString("independence"),
        dated == null ? null : dated.toLocalDate());
  }
}
