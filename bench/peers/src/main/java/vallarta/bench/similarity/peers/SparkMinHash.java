package vallarta.bench.similarity.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.feature.MinHashLSH;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import vallarta.bench.similarity.Clock;
import vallarta.bench.similarity.Components;
import vallarta.engine.similarity.Shingling;

/// Groups a file of texts by the MinHash of Spark's library of machine learning: four hash tables,
/// the fewest that find a pair exactly at 0.8 with probability 0.998, and its join by similarity,
/// which verifies.
///
/// The session starts before the clock. A table has a bucket for each least hash, so all pairs of a
/// campaign are written out once for each table: time and room by the square of the largest.
///
/// Arguments: the file, the file of groups to write.
public final class SparkMinHash {

  private static final int TABLES = 4;
  private static final String KEY = "key";
  private static final String SHINGLES = "shingles";

  /// The prime of Spark's hash functions: no place of a vector may be above it.
  private static final int PLACES = 2_038_074_743;

  private SparkMinHash() {}

  public static void main(String[] args) throws IOException {
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "8")
            .config("spark.log.level", "ERROR")
            .getOrCreate()) {
      Clock clock = new Clock();
      Dataset<Row> texts = texts(spark, Path.of(args[0]));
      long[] keys =
          texts.select(KEY).collectAsList().stream()
              .mapToLong(row -> row.getLong(0))
              .sorted()
              .toArray();
      Components components = new Components(keys.length);
      for (Row pair : pairs(texts)) {
        components.join(
            Arrays.binarySearch(keys, pair.getLong(0)), Arrays.binarySearch(keys, pair.getLong(1)));
      }
      clock.stop(Path.of(args[1]), keys, components);
    }
  }

  private static Dataset<Row> texts(SparkSession spark, Path file) {
    JavaRDD<Row> rows =
        new JavaSparkContext(spark.sparkContext())
            .textFile(file.toString(), 2)
            .mapPartitions(SparkMinHash::rows)
            .filter(row -> ((Vector) row.get(1)).numNonzeros() > 0);
    StructType type =
        new StructType(
            new StructField[] {
              new StructField(KEY, DataTypes.LongType, false, Metadata.empty()),
              new StructField(SHINGLES, SQLDataTypes.VectorType(), false, Metadata.empty())
            });
    return spark.createDataFrame(rows, type).cache();
  }

  private static Iterator<Row> rows(Iterator<String> lines) {
    Shingling shingling = new Shingling();
    Iterable<String> all = () -> lines;
    return StreamSupport.stream(all.spliterator(), false)
        .map(line -> row(line, shingling))
        .iterator();
  }

  private static Row row(String line, Shingling shingling) {
    int tab = line.indexOf('\t');
    int[] places =
        Arrays.stream(shingling.of(line.substring(tab + 1)))
            .mapToInt(shingle -> (int) Long.remainderUnsigned(shingle, PLACES))
            .sorted()
            .distinct()
            .toArray();
    double[] ones = new double[places.length];
    Arrays.fill(ones, 1);
    return RowFactory.create(
        Long.parseLong(line.substring(0, tab)), Vectors.sparse(PLACES, places, ones));
  }

  private static List<Row> pairs(Dataset<Row> texts) {
    Dataset<Row> joined =
        new MinHashLSH()
            .setNumHashTables(TABLES)
            .setSeed(31)
            .setInputCol(SHINGLES)
            .setOutputCol("hashes")
            .fit(texts)
            .approxSimilarityJoin(texts, texts, 1 - Verification.THRESHOLD + 1e-9, "distance")
            .toDF();
    return joined
        .filter("datasetA.key < datasetB.key")
        .selectExpr("datasetA.key", "datasetB.key")
        .collectAsList();
  }
}
