package vallarta.bench.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsTest {

  @TempDir private Path folder;

  @Test
  void countsThePairsOfGroupsFoundRealAndBoth() {
    Labels found = new Labels(new long[] {1, 2, 3, 4, 5}, new long[] {1, 1, 1, 4, 4});
    Labels real = new Labels(new long[] {1, 2, 3, 4, 5}, new long[] {9, 9, 7, 7, 7});
    Labels.Pairs pairs = found.pairs(real);
    assertThat(pairs).isEqualTo(new Labels.Pairs(4, 4, 2));
    assertThat(pairs.precision()).isEqualTo(0.5);
    assertThat(pairs.recall()).isEqualTo(0.5);
  }

  @Test
  void readsWhatIsWrittenInTheOrderOfKeys() throws IOException {
    Path file = folder.resolve("groups");
    Labels.write(file, new long[] {30, 7, 12}, new long[] {7, 7, 12});
    Labels labels = Labels.read(file);
    assertThat(labels.keys()).containsExactly(7, 12, 30);
    assertThat(labels.groups()).containsExactly(7, 12, 7);
    assertThat(labels.together(30, 7)).isTrue();
    assertThat(labels.together(30, 12)).isFalse();
  }
}
