package vallarta.compact.web.part;

import java.util.List;
import java.util.stream.IntStream;

/// Which page of a long list is shown.
///
/// @param page from 1
/// @param size items on a page
/// @param total items in all
public record Paging(int page, int size, int total) {

  /// The page of that number, or the nearest there is.
  public static Paging of(int wanted, int size, int total) {
    int last = Math.max(1, (total + size - 1) / size);
    return new Paging(Math.clamp(wanted, 1, last), size, total);
  }

  /// Those of the list that this page shows.
  public <T> List<T> of(List<T> all) {
    return all.subList(Math.min(first() - 1, all.size()), Math.min(last(), all.size()));
  }

  public int pages() {
    return Math.max(1, (total + size - 1) / size);
  }

  /// Number of the first item shown, from 1.
  public int first() {
    return (page - 1) * size + 1;
  }

  public int last() {
    return Math.min(page * size, total);
  }

  /// The pages to link: the first, the last and those around this one; a 0 stands for those left
  /// out.
  List<Integer> linked() {
    List<Integer> near =
        IntStream.rangeClosed(1, pages())
            .filter(it -> it == 1 || it == pages() || Math.abs(it - page) <= 2)
            .boxed()
            .toList();
    return IntStream.range(0, near.size())
        .boxed()
        .flatMap(i ->
            i > 0 && near.get(i) - near.get(i - 1) > 1
                ? List.of(0, near.get(i)).stream()
                : List.of(near.get(i)).stream())
        .toList();
  }
}
