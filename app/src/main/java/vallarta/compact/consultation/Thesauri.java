package vallarta.compact.consultation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.consultation.coding.Skos;
import vallarta.compact.consultation.coding.Thesaurus;

/// The editions of the thesaurus: the latest that was imported holds, else the one that comes with
/// the product. They are kept as SKOS, so that each can be read without this program.
@Component
final class Thesauri {

  private final JdbcClient jdbc;
  private @Nullable ThesaurusEdition latest;

  Thesauri(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  synchronized ThesaurusEdition current() {
    long number =
        jdbc.sql("select coalesce(max(number), 0) from consultation.thesaurus")
            .query(Long.class)
            .single();
    ThesaurusEdition known = latest;
    if (known == null || known.number() != number) {
      known = number == 0 ? ThesaurusEdition.shipped() : read(number);
      latest = known;
    }
    return known;
  }

  private ThesaurusEdition read(long number) {
    String skos =
        jdbc.sql("select skos from consultation.thesaurus where number = :number")
            .param("number", number)
            .query(String.class)
            .single();
    try {
      var in = new ByteArrayInputStream(skos.getBytes(StandardCharsets.UTF_8));
      return new ThesaurusEdition(number, Skos.read(in).thesaurus());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isCurrent(Thesaurus thesaurus) {
    return skos(thesaurus).equals(skos(current().thesaurus()));
  }

  /// @return the number of the edition
  long save(Thesaurus thesaurus) {
    return jdbc.sql("insert into consultation.thesaurus (skos) values (:skos) returning number")
        .param("skos", skos(thesaurus))
        .query((row, n) -> row.getLong(1))
        .single();
  }

  private static String skos(Thesaurus thesaurus) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Skos.write(thesaurus, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
