package vallarta.compact.consultation;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vallarta.compact.consultation.reading.DocumentReader;
import vallarta.compact.consultation.reading.Reading;

/// Keeps the readings of an import that is under way: each is written at once, by itself, and all
/// are dropped in the transaction that writes the import. A stopped import finds them again.
@Component
final class KeptReadings implements Readings {

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  KeptReadings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Reading of(String sha256, Supplier<Reading> read) {
    return find(sha256)
        .orElseGet(() -> {
          Reading reading = read.get();
          keep(sha256, reading);
          return reading;
        });
  }

  /// Forgets them all: what was read is in the store, or is not wanted.
  void drop() {
    jdbc.sql("delete from consultation.reading").update();
  }

  private Optional<Reading> find(String sha256) {
    return jdbc.sql(
            "select result from consultation.reading where sha256 = :sha256 and reader = :reader")
        .param("sha256", sha256)
        .param("reader", DocumentReader.VERSION)
        .query(byte[].class)
        .optional()
        .map(bytes -> json.readValue(bytes, Reading.class));
  }

  private void keep(String sha256, Reading reading) {
    jdbc.sql(
            "insert into consultation.reading values (:sha256, :reader, :result) on conflict do nothing")
        .param("sha256", sha256)
        .param("reader", DocumentReader.VERSION)
        .param("result", json.writeValueAsBytes(reading))
        .update();
  }
}
