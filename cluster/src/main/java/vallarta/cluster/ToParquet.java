package vallarta.cluster;

import java.io.IOException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/// Makes Parquet of lines of a key, a tab and a text: `ToParquet TEXTS.tsv TEXTS.parquet`.
public final class ToParquet {

  /// Small row groups, so that each can be read by a task of its own.
  private static final int ROW_GROUP = 16 << 20;

  private ToParquet() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("TEXTS.tsv TEXTS.parquet are needed.");
      System.exit(2);
    }
    try (SparkSession spark = Engine.of("local[*]", null).open()) {
      Column line = functions.col("value");
      Column[] parts = {
        functions.substring_index(line, "\t", 1).cast("long").as("key"),
        functions.expr("substring(value, instr(value, '\t') + 1)").as("text")
      };
      spark
          .read()
          .text(args[0])
          .select(parts)
          .write()
          .option("parquet.block.size", ROW_GROUP)
          .mode(SaveMode.Overwrite)
          .parquet(args[1]);
    }
  }
}
