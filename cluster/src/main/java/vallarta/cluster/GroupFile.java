package vallarta.cluster;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/// The result: `groups.tsv`, lines of a key, a tab and its group, sorted by key.
final class GroupFile {

  static final String NAME = "groups.tsv";

  private static final int SAMPLES = 200;

  private GroupFile() {}

  /// Writes the file, whole or not at all.
  ///
  /// @param named keys with their groups, two longs each
  /// @return how many lines
  /// @throws Refusal when a key is there twice
  static long write(JavaRDD<long[]> named, int parts, Path folder) throws IOException {
    named.persist(StorageLevel.MEMORY_AND_DISK());
    long[] bounds = bounds(named, parts);
    JavaRDD<Tuple2<Integer, long[]>> sent =
        named.mapPartitions(blocks ->
            new Parcels<>(
                blocks,
                parts,
                (block, out) -> {
                  for (int at = 0; at < block.length; at += 2) {
                    out.put(range(bounds, block[at]), block[at], block[at + 1]);
                  }
                }));
    JavaRDD<long[]> sorted =
        Parcels.deliver(sent, parts)
            .mapPartitions(parcels -> List.of(sorted(Longs.gather(parcels))).iterator())
            .persist(StorageLevel.MEMORY_AND_DISK());
    sorted.count();
    return write(sorted.toLocalIterator(), folder);
  }

  private static long write(Iterator<long[]> blocks, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(NAME);
    Path unfinished = Files.createTempFile(folder, NAME, ".part");
    long lines = 0;
    try {
      try (BufferedWriter lineByLine =
          Files.newBufferedWriter(unfinished, StandardCharsets.US_ASCII)) {
        long last = 0;
        while (blocks.hasNext()) {
          long[] block = blocks.next();
          for (int at = 0; at < block.length; at += 2) {
            if (lines > 0 && block[at] == last) {
              throw new Refusal("The key %d is there twice: keys must differ.".formatted(last));
            }
            last = block[at];
            lines++;
            lineByLine.write(last + "\t" + block[at + 1] + "\n");
          }
        }
      }
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    return lines;
  }

  /// Where to cut the keys for parts of about the same size.
  private static long[] bounds(JavaRDD<long[]> named, int parts) {
    long[] samples =
        named.map(GroupFile::sample).collect().stream().flatMapToLong(Arrays::stream).toArray();
    Arrays.sort(samples);
    long[] bounds = new long[samples.length == 0 ? 0 : parts - 1];
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = samples[(int) ((long) samples.length * (i + 1) / parts)];
    }
    return bounds;
  }

  private static long[] sample(long[] block) {
    int records = block.length / 2;
    int count = Math.min(records, SAMPLES);
    long[] sample = new long[count];
    for (int i = 0; i < count; i++) {
      sample[i] = block[2 * (int) ((long) records * i / count)];
    }
    return sample;
  }

  private static int range(long[] bounds, long key) {
    int at = Arrays.binarySearch(bounds, key);
    if (at < 0) {
      return -at - 1;
    }
    while (at > 0 && bounds[at - 1] == key) {
      at--;
    }
    return at;
  }

  private static long[] sorted(long[] pairs) {
    turn(pairs);
    long[] sorted = Longs.sorted(pairs, 2, 0, 1);
    turn(sorted);
    return sorted;
  }

  /// Lets keys below zero come first among unsigned numbers, or takes that back.
  private static void turn(long[] pairs) {
    for (int at = 0; at < pairs.length; at += 2) {
      pairs[at] ^= Long.MIN_VALUE;
    }
  }
}
