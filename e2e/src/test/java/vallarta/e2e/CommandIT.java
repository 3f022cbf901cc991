package vallarta.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// `vallarta demo` as a process: what it prints, that it is ready when it says so, and that it ends
/// when it is asked to.
class CommandIT {

  @Test
  void tellsAddressFolderAndHowToStopAndIsReadyThen() throws Exception {
    Site site = Site.get();
    assertThat(site.talk()).contains("address", "data folder", "to stop", "ready in");
    assertThat(site.fetch("/livez").statusCode()).isEqualTo(200);
    assertThat(site.fetch("/readyz").statusCode()).isEqualTo(200);
  }

  @Test
  void endsWithItsDatabaseWhenItIsAskedTo() throws Exception {
    Site site = Site.start();
    assertThat(site.holdsDatabase()).as("its database runs").isTrue();
    assertThat(site.stop()).as("it ended by itself").isTrue();
    assertThat(site.holdsDatabase()).as("its database was shut down").isFalse();
  }
}
