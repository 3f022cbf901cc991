package vallarta.compact.review;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.RunningServer;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.store.Revision;

/// A server with rows put straight into its tables, so that every figure can be worked out by hand.
public final class Planted implements AutoCloseable {

  private final RunningServer server;
  private final JdbcClient jdbc;

  public Planted(Path data) {
    server = RunningServer.over(data, false);
    jdbc = server.bean(JdbcClient.class);
  }

  public RunningServer server() {
    return server;
  }

  public void actors(String... keys) {
    server
        .bean(Stakeholders.class)
        .save(
            List.of(keys).stream()
                .map(it ->
                    new Stakeholder(
                        it, "State of " + it, "en", StakeholderType.STATE, "", "", true))
                .toList());
  }

  /// A published commitment of that owner, which has come to stand so then.
  public long commitment(String owner, String title, Standing standing, Instant since) {
    long id =
        jdbc.sql(
                """
                insert into commitment.commitment (state, owner, title, body, language, obligation, schedule,
                  fictional, published_at, changed_at)
                values (:state, :owner, :title, :body, 'en', 'voluntary-pledge', 'yearly', true, :since, :since)
                returning id
                """)
            .param("state", standing == Standing.WITHDRAWN ? "withdrawn" : "published")
            .param("owner", owner)
            .param("title", title)
            .param("body", title)
            .param("since", Timestamp.from(since))
            .query(Long.class)
            .single();
    actor(id, owner, 0, "confirmed");
    jdbc.sql(
            "insert into review.standing (commitment, standing, since) values (:id, :standing, :since)")
        .param("id", id)
        .param("standing", standing.tag())
        .param("since", Timestamp.from(since))
        .update();
    return id;
  }

  public void actor(long commitment, String stakeholder, int position, String state) {
    jdbc.sql(
            """
            insert into commitment.actor (commitment, stakeholder, position, state)
            values (:commitment, :stakeholder, :position, :state)
            """)
        .param("commitment", commitment)
        .param("stakeholder", stakeholder)
        .param("position", position)
        .param("state", state)
        .update();
  }

  /// Runs an insert that returns the number of the row.
  public long insert(String sql, Object... values) {
    return jdbc.sql(sql + " returning id").params(List.of(values)).query(Long.class).single();
  }

  public void run(String sql, Object... values) {
    jdbc.sql(sql).params(List.of(values)).update();
  }

  /// Tells the server that what is public has changed.
  public void touch() {
    server.bean(Revision.class).touch();
  }

  /// What is at an address.
  public String read(String path) throws Exception {
    return server.fetch(path).body();
  }

  @Override
  public void close() {
    server.close();
  }
}
