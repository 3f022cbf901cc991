package vallarta.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Paths of C2SP tlog-tiles.
final class TileTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 256, tile/0/000",
    "0, 1234067, 256, tile/0/x001/x234/067",
    "2, 999, 17, tile/2/999.p/17",
    "1, 1000, 256, tile/1/x001/000",
    "-1, 1234067, 8, tile/entries/x001/x234/067.p/8"
  })
  void hasThePathOfTheSpecificationAndIsReadFromIt(int level, long index, int width, String path) {
    Tile tile = new Tile(level, index, width);

    assertThat(tile.path()).isEqualTo(path);
    assertThat(Tile.parse(path)).isEqualTo(tile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile",
        "tile/0",
        "tile/0/",
        "tile/0/1",
        "tile/0/0001",
        "tile/00/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/0/x000/001",
        "tile/0/x001",
        "tile/0/001/000",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/000.p/",
        "tile/0/../../checkpoint",
        "tile/entries/",
        "checkpoint"
      })
  void refusesWhatIsNoPathOfATile(String path) {
    assertThatThrownBy(() -> Tile.parse(path))
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.MALFORMED));
  }

  /// The example of the specification.
  @Test
  void listsTheFilesOfATreeOfSeventyThousand() {
    var tiles = Tile.all(70_000).toList();

    assertThat(tiles.stream().filter(it -> it.level() == 0 && it.full())).hasSize(273);
    assertThat(tiles)
        .contains(new Tile(0, 273, 112), new Tile(1, 0, 256), new Tile(1, 1, 17), new Tile(2, 0, 1))
        .contains(new Tile(Tile.ENTRIES, 273, 112));
    assertThat(tiles).hasSize(274 + 274 + 2 + 1);
  }

  @Test
  void aTreeOf256HasAFullTileAndOneHashAboveIt() {
    assertThat(Tile.all(256))
        .containsExactly(new Tile(-1, 0, 256), new Tile(0, 0, 256), new Tile(1, 0, 1));
    assertThat(Tile.all(0)).isEmpty();
  }
}
