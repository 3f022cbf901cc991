package vallarta.compact.commitment.framework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vallarta.compact.language.Language;
import vallarta.compact.table.Row;
import vallarta.compact.table.Table;

/// The codes that a commitment can name: objectives of the compact (A/RES/73/195) and goals
/// (A/RES/70/1), targets and indicators (A/RES/71/313) of the 2030 Agenda. They are data that come
/// with the product and do not change while it runs.
@Component
public class Framework {

  /// An objective of the compact or a goal of the 2030 Agenda.
  ///
  /// @param labels by language
  public record Heading(String id, Map<Language, String> labels) {

    public String label(Language language) {
      return Objects.requireNonNull(labels.get(language));
    }
  }

  /// A target or an indicator, in the English wording of the resolution.
  ///
  /// @param of the goal of a target, the target of an indicator
  public record Item(String id, String of, String text) {}

  private final Map<String, Heading> objectives = headings("objectives.csv");
  private final Map<String, Heading> goals = headings("goals.csv");
  private final Map<String, Item> targets = items("targets.csv", "goal");
  private final Map<String, Item> indicators = items("indicators.csv", "target");

  public List<Heading> objectives() {
    return List.copyOf(objectives.values());
  }

  public List<Heading> goals() {
    return List.copyOf(goals.values());
  }

  public List<Item> targets() {
    return List.copyOf(targets.values());
  }

  public List<Item> indicators() {
    return List.copyOf(indicators.values());
  }

  public Optional<Heading> findObjective(String id) {
    return Optional.ofNullable(objectives.get(id));
  }

  public Optional<Heading> findGoal(String id) {
    return Optional.ofNullable(goals.get(id));
  }

  public Optional<Item> findTarget(String id) {
    return Optional.ofNullable(targets.get(id));
  }

  public Optional<Item> findIndicator(String id) {
    return Optional.ofNullable(indicators.get(id));
  }

  private static Map<String, Heading> headings(String file) {
    return read(
        file,
        row -> {
          Map<Language, String> labels = new LinkedHashMap<>();
          Language.list().forEach(it -> labels.put(it, row.get(it.tag())));
          return new Heading(row.get("id"), labels);
        },
        Heading::id);
  }

  private static Map<String, Item> items(String file, String of) {
    return read(file, row -> new Item(row.get("id"), row.get(of), row.get("text")), Item::id);
  }

  private static <T> Map<String, T> read(
      String file, Function<Row, T> item, Function<T, String> key) {
    try (InputStream in = Objects.requireNonNull(Framework.class.getResourceAsStream(file), file)) {
      Map<String, T> read = new LinkedHashMap<>();
      for (Row row : Table.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).rows()) {
        T made = item.apply(row);
        read.put(key.apply(made), made);
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
