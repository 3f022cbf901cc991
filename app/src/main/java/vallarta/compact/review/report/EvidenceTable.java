package vallarta.compact.review.report;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of evidence, by the reference of what it supports.
@Component
public class EvidenceTable {

  private final JdbcClient jdbc;

  EvidenceTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<Evidence> of(String about) {
    return of(List.of(about)).getOrDefault(about, List.of());
  }

  /// Of each of these, in the order in which it was added.
  public Map<String, List<Evidence>> of(Collection<String> about) {
    Map<String, List<Evidence>> found = new HashMap<>();
    jdbc.sql("select * from review.evidence where about = any(:about) order by id")
        .param("about", about.toArray(String[]::new))
        .query(row -> {
          found
              .computeIfAbsent(row.getString("about"), it -> new ArrayList<>())
              .add(
                  new Evidence(
                      row.getLong("id"),
                      row.getString("kind").equals("file"),
                      row.getString("title"),
                      row.getString("url"),
                      row.getString("sha256"),
                      row.getString("media_type"),
                      row.getLong("size_bytes"),
                      row.getString("type"),
                      row.getString("independence"),
                      row.getObject("dated", LocalDate.class)));
        });
    return found;
  }

  public Optional<Evidence> find(String about, long id) {
    return of(about).stream().filter(it -> it.id() == id).findFirst();
  }

  public void insert(String about, Evidence it, Instant at) {
    jdbc.sql(
            """
            insert into review.evidence (about, kind, title, url, sha256, media_type, size_bytes, type, independence,
              dated, added_at)
            values (:about, :kind, :title, :url, :sha256, :media, :bytes, :type, :independence, :dated, :at)
            """)
        .param("about", about)
        .param("kind", it.file() ? "file" : "link")
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

  public boolean remove(String about, long id) {
    return jdbc.sql("delete from review.evidence where about = :about and id = :id")
            .param("about", about)
            .param("id", id)
            .update()
        == 1;
  }
}
