package vallarta.compact.review.scorecard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.engine.similarity.Group;
import vallarta.engine.similarity.Grouping;

/// Which commitments say nearly the same as another one of their owner: what is promised twice is
/// counted twice.
@Component
class Repeats {

  /// What was found, and of which state of the commitments.
  private record Found(String state, List<Line> lines) {}

  private final JdbcClient jdbc;
  private volatile @Nullable Found latest;

  Repeats(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Every public commitment, and which other one it repeats. They are compared again only when one
  /// of them has changed.
  List<Line> lines() {
    String state = state();
    Found known = latest;
    if (known != null && known.state().equals(state)) {
      return known.lines();
    }
    List<Line> found = compare();
    latest = new Found(state, found);
    return found;
  }

  /// Another word whenever a commitment or a link between two of them changes.
  private String state() {
    return jdbc.sql(
            """
            select concat_ws(' ', count(*), sum(c.version), max(c.changed_at), (
              select string_agg(l.commitment || '-' || l.other || l.kind, ' ' order by l.commitment, l.other, l.kind)
              from commitment.link l where l.kind in ('follows', 'supersedes')))
            from commitment.commitment c where c.state <> 'draft'
            """)
        .query((row, n) -> row.getString(1))
        .single();
  }

  private List<Line> compare() {
    Map<String, Grouping> byOwner = new HashMap<>();
    List<Line> read = new ArrayList<>();
    jdbc.sql(
            """
            select c.id, c.owner, c.title, c.body, c.language, c.state = 'published' and c.id not in (
              select l.commitment from commitment.link l where l.kind in ('follows', 'supersedes')
              union all
              select l.other from commitment.link l where l.kind in ('follows', 'supersedes')) as compared
            from commitment.commitment c where c.state <> 'draft' order by c.id
            """)
        .query(row -> {
          long id = row.getLong("id");
          String owner = row.getString("owner");
          String title = row.getString("title");
          if (row.getBoolean("compared")) {
            byOwner
                .computeIfAbsent(owner, it -> new Grouping())
                .add(id, title + "\n" + row.getString("body"));
          }
          read.add(line(id, owner, title, row.getString("language")));
        });
    Map<String, String> others = others(byOwner);
    return read.stream().map(it -> judged(it, others.getOrDefault(it.ref(), ""))).toList();
  }

  /// The others of its group, by the reference of each that has any.
  private static Map<String, String> others(Map<String, Grouping> byOwner) {
    Map<String, String> others = new HashMap<>();
    for (Grouping grouping : byOwner.values()) {
      for (Group group : grouping.groups()) {
        if (group.members().size() > 1) {
          for (long member : group.members()) {
            long other =
                group.members().getFirst() == member
                    ? group.members().get(1)
                    : group.members().getFirst();
            others.put("CM-" + member, "CM-" + other);
          }
        }
      }
    }
    return others;
  }

  private static Line line(long id, String owner, String title, String language) {
    return new Line("CM-" + id, "/commitments/CM-" + id, owner, title, language, "yes", 1, "");
  }

  private static Line judged(Line it, String other) {
    return other.isEmpty()
        ? it
        : new Line(it.ref(), it.path(), it.actor(), it.title(), it.language(), "no", 1, other);
  }
}
