package vallarta.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The job on one thread, with texts that are hardly any.
class MainIT {

  private static final String LETTER =
      "We ask the ministers to protect all workers at sea and to open safe ways to school for children";

  @TempDir private Path folder;

  @Test
  void texts_without_a_word_stand_alone_and_copies_together() throws IOException {
    Path texts =
        parquet(
            "9\t" + LETTER,
            "4\t",
            "5\t",
            "-3\t" + LETTER + "!",
            "6\tdignity",
            "7\tDignity.",
            "8\t...");
    assertThat(run(texts)).contains("7 texts in");
    assertThat(folder.resolve("out").resolve("groups.tsv"))
        .hasContent("-3\t-3\n4\t4\n5\t5\n6\t6\n7\t6\n8\t8\n9\t-3\n");
  }

  @Test
  void a_key_that_is_there_twice_is_named_and_nothing_is_written() throws IOException {
    assertThat(run(parquet("1\t" + LETTER, "2\tdignity", "1\tother words")))
        .contains("The key 1 is there twice: keys must differ.");
    assertThat(Files.list(folder.resolve("out"))).isEmpty();
  }

  @Test
  void texts_that_cannot_be_read_are_named() {
    assertThat(run(folder.resolve("nothing.parquet"))).contains("nothing.parquet cannot be read");
  }

  private Path parquet(String... lines) throws IOException {
    Path file = folder.resolve("texts.tsv");
    Files.write(file, List.of(lines));
    Path parquet = folder.resolve("texts.parquet");
    ToParquet.main(new String[] {file.toString(), parquet.toString()});
    return parquet;
  }

  private String run(Path texts) {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    Main.run(
        new String[] {
          "--engine", "local[1]", "--out", folder.resolve("out").toString(), texts.toString()
        },
        new PrintStream(told, true, StandardCharsets.UTF_8));
    return told.toString(StandardCharsets.UTF_8);
  }
}
