package vallarta.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// The recommendations of the Universal Periodic Review: thousands of short statements that
/// resemble each other.
class RecommendationsTest {

  private static List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (String name : List.of("1-5", "6-9", "10-13")) {
      CsvReader.builder()
          .ofNamedCsvRecord(SharedFile.read("statements/" + name + ".csv"))
          .forEach(row -> texts.add(row.getField("Text")));
    }
    return texts;
  }

  private static Grouping group(List<String> texts) {
    Grouping grouping = new Grouping();
    for (int i = 0; i < texts.size(); i++) {
      grouping.add(i, texts.get(i));
    }
    return grouping;
  }

  @Test
  void groupsAllOfThemWithinSeconds() {
    List<String> texts = texts();
    assertThat(texts).hasSizeGreaterThan(23_000);
    Assertions.assertTimeout(Duration.ofSeconds(20), () -> group(texts).groups());
  }

  @Test
  void keepsTreatiesAndSteps() {
    Grouping grouping = group(texts());
    Map<String, Long> groups = new TreeMap<>();
    for (String statement :
        List.of(
            "Ratify CRPD",
            "Ratify CEDAW",
            "Ratify CAT",
            "Ratify OP-CAT",
            "Ratify the Convention against Torture",
            "Ratify the Optional Protocol to the Convention against Torture",
            "Sign and ratify the Optional Protocol to the Convention against Torture",
            "Consider ratifying the Optional Protocol to the Convention against Torture",
            "Abolish the death penalty",
            "Consider abolishing the death penalty",
            "Ratify the Second Optional Protocol to the International Covenant on Civil and Political Rights",
            "Ratify the Optional Protocol to the International Covenant on Economic, Social and Cultural Rights")) {
      grouping.add(grouping.size(), statement);
      groups.put(statement, grouping.groupOf(grouping.size() - 1));
    }
    assertThat(Set.copyOf(groups.values())).hasSize(groups.size());
  }

  @Test
  void neverMixesNumbersOrNegationsInAGroup() {
    List<String> texts = texts();
    for (Group group : group(texts).groups()) {
      Set<List<Long>> marks =
          group.members().stream()
              .map(key -> Features.of(texts.get(key.intValue())))
              .filter(Telling::isStrict)
              .map(features -> java.util.Arrays.stream(features.marks()).boxed().toList())
              .collect(Collectors.toSet());
      assertThat(marks).as(texts.get((int) group.representative())).hasSizeLessThan(2);
    }
  }

  @Test
  void groupsWhatOnlyPunctuationAndCapitalsTellApart() {
    List<String> texts = texts();
    Grouping grouping = group(texts);
    Map<String, Long> first = new TreeMap<>();
    for (int i = 0; i < texts.size(); i++) {
      String plain = texts.get(i).toLowerCase(Locale.ROOT).replaceAll("[.;:\\s]+", " ").strip();
      long group = grouping.groupOf(i);
      Long known = first.putIfAbsent(plain, group);
      assertThat(known == null || known == group).as(plain).isTrue();
    }
  }
}
