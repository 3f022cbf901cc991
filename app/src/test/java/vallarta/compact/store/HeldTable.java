package vallarta.compact.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/// A table into which nobody can write as long as this is open: it stops another process in the
/// middle of its transaction, at a place that does not depend on how fast the machine is.
public final class HeldTable implements AutoCloseable {

  /// `admin_shutdown` (PostgreSQL, appendix A).
  private static final String ENDED = "57P01";

  private final Connection connection;
  private final String table;

  private HeldTable(Connection connection, String table) {
    this.connection = connection;
    this.table = table;
  }

  /// Holds a table of the database that another process runs in its data folder.
  public static HeldTable in(Path folder, String table) throws SQLException {
    try (DataFolder data = DataFolder.open(folder)) {
      if (data.owned()) {
        throw new IllegalStateException("no other process has the data folder open");
      }
      EmbeddedPostgres database = EmbeddedPostgres.open(data);
      Connection connection =
          DriverManager.getConnection(database.url(), EmbeddedPostgres.USER, database.password());
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("lock table %s in share mode".formatted(table));
      }
      return new HeldTable(connection, table);
    }
  }

  /// Waits until somebody wants to write into it.
  ///
  /// @return whether that happened within the time, and before the other process ended its database
  public boolean isWanted(long seconds) throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try (PreparedStatement waiting =
        connection.prepareStatement(
            "select exists (select from pg_locks where relation = ?::regclass and not granted)")) {
      waiting.setString(1, table);
      while (System.nanoTime() < deadline) {
        try (ResultSet row = waiting.executeQuery()) {
          if (row.next() && row.getBoolean(1)) {
            return true;
          }
        }
        Thread.sleep(10);
      }
    } catch (SQLException e) {
      if (!ENDED.equals(e.getSQLState())) {
        throw e;
      }
    }
    return false;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
