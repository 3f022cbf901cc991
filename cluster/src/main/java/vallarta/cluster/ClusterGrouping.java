package vallarta.cluster;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import vallarta.engine.similarity.Rarity;
import vallarta.engine.similarity.Shingling;

/// The job: groups the near-duplicates among the texts of a Parquet file or folder.
///
/// The README of the module tells the steps. Each is deterministic: what a lost machine had made is
/// made again the same.
final class ClusterGrouping {

  /// The setting that says how many texts of one element a task looks at.
  static final String HEAVY = "spark.vallarta.heavy";

  private static final int TEXTS_OF_BLOCK = 1 << 16;
  private static final int TEXTS_IN_PART = 40_000;

  private final SparkSession spark;
  private final JavaSparkContext context;
  private final double threshold;
  private final Consumer<String> phases;

  /// @param phases is told what begins
  ClusterGrouping(SparkSession spark, double threshold, Consumer<String> phases) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.threshold = threshold;
    this.phases = phases;
  }

  /// Reads texts, and writes [GroupFile] to a folder.
  ///
  /// @return how many texts there are
  /// @throws Refusal when the texts cannot be read so
  long group(String parquet, java.nio.file.Path folder) throws IOException {
    Dataset<Row> rows = rows(parquet);
    phase("counting texts");
    long count = count(rows);
    int parts = Math.clamp(count / TEXTS_IN_PART + 1, 2 * context.defaultParallelism(), 8192);
    phase("reading texts and counting shingles");
    JavaRDD<Texts> read = read(rows, parts);
    Broadcast<Rarity> rarity = context.broadcast(rarity(read, count));
    JavaRDD<Texts> texts =
        read.map(it -> it.with(rarity.value()::elements)).persist(StorageLevel.MEMORY_AND_DISK());
    Cells cells = new Cells(spark.sparkContext().conf().getInt(HEAVY, TEXTS_OF_BLOCK));
    JavaRDD<long[]> labels = Components.none(texts);
    JavaRDD<long[]> stars = context.emptyRDD();
    for (Candidates.Which which : Candidates.Which.values()) {
      phase(which == Candidates.Which.STAR ? "joining around stars" : "joining all that is left");
      JavaRDD<long[]> pairs = Candidates.of(texts, labels, which, cells, threshold);
      JavaRDD<long[]> edges = Verification.edges(texts, pairs, threshold, parts);
      stars = Components.stars(stars.union(edges), parts);
      labels = Components.labels(texts, stars, parts).persist(StorageLevel.MEMORY_AND_DISK());
    }
    phase("settling groups");
    JavaRDD<long[]> settled =
        Settlement.of(texts, labels, parts).persist(StorageLevel.MEMORY_AND_DISK());
    Broadcast<List<long[]>> campaigns = context.broadcast(Settlement.campaigns(texts, settled));
    phase("letting texts go with campaigns");
    return GroupFile.write(Settlement.groups(texts, settled, campaigns), parts, folder);
  }

  private void phase(String name) {
    phases.accept(name);
    context.setJobDescription(name);
  }

  private Dataset<Row> rows(String parquet) {
    Dataset<Row> all;
    try {
      all = spark.read().parquet(parquet);
    } catch (IllegalStateException e) {
      throw e;
    } catch (Exception e) {
      throw new Refusal("%s cannot be read as Parquet: %s".formatted(parquet, firstLine(e)));
    }
    StructType columns = all.schema();
    if (!List.of(columns.fieldNames()).containsAll(List.of("key", "text"))) {
      throw new Refusal(
          "%s has no columns 'key' and 'text', but %s."
              .formatted(parquet, Arrays.toString(columns.fieldNames())));
    }
    if (!columns.apply("key").dataType().equals(DataTypes.LongType)
        || !columns.apply("text").dataType().equals(DataTypes.StringType)) {
      throw new Refusal(
          "In %s 'key' must be a long and 'text' a string; they are %s and %s."
              .formatted(
                  parquet,
                  columns.apply("key").dataType().simpleString(),
                  columns.apply("text").dataType().simpleString()));
    }
    return all.select(functions.col("key"), functions.col("text").cast(DataTypes.BinaryType));
  }

  /// What the files say of themselves; a job that asks them takes seconds to begin.
  private long count(Dataset<Row> rows) throws IOException {
    Configuration hadoop = context.hadoopConfiguration();
    long count = 0;
    for (String file : rows.inputFiles()) {
      try (ParquetFileReader reader =
          ParquetFileReader.open(HadoopInputFile.fromPath(new Path(file), hadoop))) {
        count += reader.getRecordCount();
      }
    }
    return count;
  }

  private static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse(e.getClass().getSimpleName());
  }

  private static JavaRDD<Texts> read(Dataset<Row> rows, int parts) {
    JavaRDD<Tuple2<Integer, long[]>> sent =
        rows.javaRDD()
            .mapPartitions(of -> {
              Shingling shingling = new Shingling();
              Texts.Sending sending = new Texts.Sending();
              return new Parcels<>(
                  of,
                  parts,
                  (row, out) -> {
                    if (row.isNullAt(0)) {
                      throw new Refusal("A text has no key.");
                    }
                    byte[] utf8 = row.isNullAt(1) ? new byte[0] : row.<byte[]>getAs(1);
                    sending.send(row.getLong(0), shingling.of(utf8, 0, utf8.length), parts, out);
                  });
            });
    return Parcels.deliver(sent, parts)
        .mapPartitions(parcels -> List.of(Texts.collapse(parcels)).iterator());
  }

  /// A table of rarity is large, so each core makes one, and these are put together.
  private Rarity rarity(JavaRDD<Texts> read, long texts) {
    return read.coalesce(context.defaultParallelism())
        .mapPartitions(parts -> {
          Rarity rarity = new Rarity(texts);
          parts.forEachRemaining(it -> {
            for (int i = 0; i < it.size(); i++) {
              rarity.count(Arrays.copyOfRange(it.all(), it.from(i), it.to(i)));
            }
          });
          return List.of(rarity).iterator();
        })
        .treeReduce((a, b) -> {
          a.merge(b);
          return a;
        });
  }
}
