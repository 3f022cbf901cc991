package vallarta.bench.similarity;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Which group each text is in, as a file has it: `key TAB group LF`.
///
/// @param keys in ascending order
/// @param groups of the text at the same place
record Labels(long[] keys, long[] groups) {

  static Labels read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int lines = 0;
    for (byte b : bytes) {
      lines += b == '\n' ? 1 : 0;
    }
    long[] keys = new long[lines];
    long[] groups = new long[lines];
    long number = 0;
    int line = 0;
    for (byte b : bytes) {
      if (b == '\t') {
        keys[line] = number;
        number = 0;
      } else if (b == '\n') {
        groups[line++] = number;
        number = 0;
      } else {
        number = number * 10 + b - '0';
      }
    }
    return sorted(keys, groups);
  }

  static void write(Path file, long[] keys, long[] groups) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      for (int i = 0; i < keys.length; i++) {
        out.write((keys[i] + "\t" + groups[i] + "\n").getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  static Labels sorted(long[] keys, long[] groups) {
    for (int i = 1; i < keys.length; i++) {
      if (keys[i - 1] >= keys[i]) {
        Integer[] order = new Integer[keys.length];
        Arrays.setAll(order, place -> place);
        Arrays.sort(order, (a, b) -> Long.compare(keys[a], keys[b]));
        long[] sortedKeys = Arrays.stream(order).mapToLong(place -> keys[place]).toArray();
        long[] sortedGroups = Arrays.stream(order).mapToLong(place -> groups[place]).toArray();
        return new Labels(sortedKeys, sortedGroups);
      }
    }
    return new Labels(keys, groups);
  }

  int place(long key) {
    int place =
        key < keys.length && keys[(int) key] == key ? (int) key : Arrays.binarySearch(keys, key);
    if (place < 0) {
      throw new IllegalArgumentException("no text of key " + key);
    }
    return place;
  }

  boolean together(long one, long other) {
    return groups[place(one)] == groups[place(other)];
  }

  /// How many pairs of texts are in one group here, there, and in both.
  Pairs pairs(Labels truth) {
    if (!Arrays.equals(keys, truth.keys)) {
      throw new IllegalArgumentException("the groups are not of the same texts");
    }
    int[] here = dense(groups);
    int[] there = dense(truth.groups);
    long[] both = new long[keys.length];
    Arrays.setAll(both, i -> (long) here[i] << 32 | there[i]);
    return new Pairs(pairs(widened(here)), pairs(widened(there)), pairs(both));
  }

  record Pairs(long found, long real, long both) {

    double precision() {
      return found == 0 ? 1 : (double) both / found;
    }

    double recall() {
      return real == 0 ? 1 : (double) both / real;
    }
  }

  private static int[] dense(long[] groups) {
    long[] distinct = Arrays.stream(groups).sorted().distinct().toArray();
    return Arrays.stream(groups).mapToInt(group -> Arrays.binarySearch(distinct, group)).toArray();
  }

  private static long[] widened(int[] groups) {
    return Arrays.stream(groups).asLongStream().toArray();
  }

  private static long pairs(long[] groups) {
    Arrays.sort(groups);
    long pairs = 0;
    int before = 0;
    for (int i = 1; i < groups.length; i++) {
      before = groups[i] == groups[i - 1] ? before + 1 : 0;
      pairs += before;
    }
    return pairs;
  }
}
