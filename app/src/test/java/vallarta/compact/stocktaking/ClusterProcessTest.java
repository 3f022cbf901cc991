package vallarta.compact.stocktaking;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ClusterProcessTest {

  @Test
  void without_the_module_it_says_how_to_build_it() {
    assertThatThrownBy(
            () -> ClusterProcess.run("local[1]", null, Path.of("texts.parquet"), Path.of("out")))
        .hasMessageContaining("./mvnw -pl cluster -am package")
        .hasMessageContaining("VALLARTA_CLUSTER");
  }
}
