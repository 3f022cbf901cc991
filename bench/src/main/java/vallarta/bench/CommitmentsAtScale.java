package vallarta.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/// Fills the database of a running demonstration with commitments of invented States, their duties
/// of thirty years and their reports, as `commitments.sql` says. The same seed makes the same rows.
///
/// Arguments: the data folder, commitments (100000), seed (31).
public final class CommitmentsAtScale {

  private static final int PORT_LINE = 3;

  private CommitmentsAtScale() {}

  public static void main(String[] args) throws IOException, SQLException {
    Path folder = Path.of(args[0]);
    String commitments = args.length > 1 ? args[1] : "100000";
    String seed = args.length > 2 ? args[2] : "31";
    List<String> running = Files.readAllLines(folder.resolve("postgres/postmaster.pid"));
    String password = Files.readString(folder.resolve("postgres.password")).strip();
    String url =
        "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(running.get(PORT_LINE).strip());
    long from = System.nanoTime();
    try (Connection connection = DriverManager.getConnection(url, "vallarta", password);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : script(commitments, seed).split(";\\s*\\n")) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
      connection.commit();
      for (String table :
          List.of("commitment.commitment", "review.duty", "review.report", "review.evidence")) {
        try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
          rows.next();
          System.out.printf("%-24s %,d%n", table, rows.getLong(1));
        }
      }
      connection.commit();
    }
    System.out.printf("in %.0f s%n", (System.nanoTime() - from) / 1e9);
  }

  private static String script(String commitments, String seed) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            CommitmentsAtScale.class.getResourceAsStream("commitments.sql"), "commitments.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{commitments}", commitments)
          .replace("{seed}", seed);
    }
  }
}
