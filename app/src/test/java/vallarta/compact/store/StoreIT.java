package vallarta.compact.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.TestServer;

/// The embedded PostgreSQL and the schema on whatever PostgreSQL there is.
class StoreIT {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "listen_addresses, 127.0.0.1",
    "password_encryption, scram-sha-256",
    "data_checksums, on"
  })
  void isDurableAndOnTheLoopbackAddressAlone(String setting, String value) throws Exception {
    assumeThat(TestServer.isNamed()).as("the embedded database").isFalse();
    assertThat(
            RunningDemonstration.get()
                .bean(JdbcClient.class)
                .sql("select current_setting(:name)")
                .param("name", setting)
                .query(String.class)
                .single())
        .isEqualTo(value);
  }

  @Test
  void everyStageHasASchemaAndEveryMigrationSucceeded() throws Exception {
    JdbcClient jdbc = RunningDemonstration.get().bean(JdbcClient.class);
    assertThat(
            jdbc.sql("select nspname from pg_namespace where nspname !~ '^(pg_|information)'")
                .query(String.class)
                .list())
        .contains("store", "participation", "consultation", "stocktaking");
    assertThat(
            jdbc.sql("select success from store.flyway_schema_history").query(Boolean.class).list())
        .hasSizeGreaterThanOrEqualTo(4)
        .doesNotContain(false);
  }

  @Test
  void keepsItsDataThroughARestartAndAKill() throws Exception {
    try (DataFolder data = DataFolder.open(folder)) {
      try (EmbeddedPostgres database = EmbeddedPostgres.open(data)) {
        sql(database, "create table kept as select 42 as answer");
      }
      EmbeddedPostgres left = EmbeddedPostgres.open(data);
      sql(left, "insert into kept values (43)");
      long postmaster =
          Long.parseLong(Files.readAllLines(data.database().resolve("postmaster.pid")).getFirst());
      ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
      ProcessHandle.of(postmaster).ifPresent(it -> it.onExit().join());
      try (EmbeddedPostgres again = EmbeddedPostgres.open(data)) {
        assertThat(answers(again)).containsExactly(42, 43);
      }
    }
  }

  @Test
  void stopsTheServerThatAKilledOwnerLeftRunning() throws Exception {
    try (DataFolder data = DataFolder.open(folder)) {
      EmbeddedPostgres left = EmbeddedPostgres.open(data);
      sql(left, "create table kept as select 42 as answer");
      try (EmbeddedPostgres next = EmbeddedPostgres.open(data)) {
        assertThat(next.url()).isNotEqualTo(left.url());
        assertThat(answers(next)).containsExactly(42);
      }
    }
  }

  @Test
  void letsNobodyInWithoutThePassword() throws Exception {
    try (DataFolder data = DataFolder.open(folder);
        EmbeddedPostgres database = EmbeddedPostgres.open(data)) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.url(), EmbeddedPostgres.USER, "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(data.databasePassword())))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
    }
  }

  private static void sql(EmbeddedPostgres database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<Integer> answers(EmbeddedPostgres database) throws SQLException {
    List<Integer> answers = new java.util.ArrayList<>();
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select answer from kept order by 1")) {
      while (rows.next()) {
        answers.add(rows.getInt(1));
      }
    }
    return answers;
  }

  private static Connection connect(EmbeddedPostgres database) throws SQLException {
    return DriverManager.getConnection(database.url(), EmbeddedPostgres.USER, database.password());
  }
}
