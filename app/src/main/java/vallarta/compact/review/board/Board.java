package vallarta.compact.review.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vallarta.compact.commitment.framework.Framework;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.language.Words;

/// The rows of one board as a reader sees them: actors and themes in alphabetical order of the
/// reader's language, dimensions and objectives in their own. There is no other order: whoever does
/// well is not first.
///
/// A code that no commitment names has a row too, for the gap is a finding.
record Board(By by, Tally all, List<Row> rows, Instant at) {

  /// @param ring 1 to 6 for a dimension, else 0
  record Row(String code, String label, int ring, Tally tally) {}

  static Board of(By by, Boards.Picture picture, Codebook book, Framework framework) {
    Map<String, Tally> counted = picture.rows(by);
    Words words = book.words();
    List<Row> rows = new ArrayList<>();
    switch (by) {
      case ACTORS ->
          counted.forEach(
              (key, tally) -> rows.add(new Row(key, picture.name(key, book), 0, tally)));
      case DIMENSIONS ->
          book.thesaurus()
              .list(Scheme.DIMENSION)
              .forEach(it ->
                  rows.add(
                      new Row(
                          it.id(),
                          it.label(words.language()),
                          book.ring(it),
                          tally(counted, it.id()))));
      case OBJECTIVES ->
          framework
              .objectives()
              .forEach(it ->
                  rows.add(
                      new Row(
                          it.id(),
                          it.id() + ". " + it.label(words.language()),
                          0,
                          tally(counted, it.id()))));
      case THEMES ->
          book.thesaurus()
              .list(Scheme.THEME)
              .forEach(it ->
                  rows.add(
                      new Row(it.id(), it.label(words.language()), 0, tally(counted, it.id()))));
    }
    if (by == By.ACTORS || by == By.THEMES) {
      rows.sort(Comparator.comparing(Row::label, words.order()).thenComparing(Row::code));
    }
    return new Board(by, picture.all(), List.copyOf(rows), picture.at());
  }

  /// What a row is called, or its code when there is none.
  String label(String code) {
    return rows.stream()
        .filter(it -> it.code().equals(code))
        .map(Row::label)
        .findFirst()
        .orElse(code);
  }

  /// The labels of the rows by their codes, in their order.
  Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    rows.forEach(it -> labels.put(it.code(), it.label()));
    return labels;
  }

  /// For how many whole days something has been so.
  static long days(@Nullable Instant since, Instant now) {
    return since == null ? 0 : Duration.between(since, now).toDays();
  }

  private static Tally tally(Map<String, Tally> counted, String code) {
    return counted.getOrDefault(code, Tally.NONE);
  }
}
