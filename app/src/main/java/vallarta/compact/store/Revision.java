package vallarta.compact.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A number that grows with every change of what is public: whoever keeps a picture of the store
/// knows by it whether the picture still holds.
@Component
public class Revision {

  private final JdbcClient jdbc;

  Revision(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public long current() {
    return jdbc.sql("select value from store.revision").query(Long.class).single();
  }

  /// Makes it grow, in the transaction that changes something.
  public void touch() {
    jdbc.sql("update store.revision set value = value + 1").update();
  }
}
