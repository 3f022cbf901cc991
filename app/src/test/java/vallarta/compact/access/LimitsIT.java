package vallarta.compact.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.RunningServer;
import vallarta.compact.cli.Visitor;

/// How often anybody may send what is open to all, on a site that counts as sites do: each form
/// that has a limit by `docs/permissions.csv` is tried until it is reached.
class LimitsIT {

  @TempDir private static Path folder;

  private static RunningServer site;
  private static List<Endpoint> endpoints;

  @BeforeAll
  static void open() throws Exception {
    endpoints = Endpoint.all(RunningDemonstration.get());
    site = RunningServer.over(folder, Map.of());
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Allowance.class,
      names = {"SIGN_IN", "LETTER", "FORM", "UPLOAD"})
  void isReachedByEachFormThatAnybodyMaySend(Allowance allowance) throws Exception {
    List<Endpoint> limited =
        endpoints.stream()
            .filter(it -> it.isOpenToAll() && it.limit().equals(allowance.tag()))
            .toList();
    assertThat(limited).isNotEmpty();
    Visitor visitor = Visitor.of(site);
    int granted = 0;
    while (granted <= 2 * allowance.times() && status(visitor, limited.getFirst()) != 429) {
      granted++;
    }
    assertThat(granted).isBetween(allowance.times(), allowance.times() + allowance.times() / 4);
    SoftAssertions softly = new SoftAssertions();
    for (Endpoint it : limited) {
      // In the meantime a try or two may have been given back.
      HttpResponse<String> answer = call(visitor, it);
      for (int i = 0; i < 3 && answer.statusCode() != 429; i++) {
        answer = call(visitor, it);
      }
      softly.assertThat(answer.statusCode()).as(it.name()).isEqualTo(429);
      softly
          .assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0))
          .as(it.name())
          .isBetween(1L, allowance.within().toSeconds() / allowance.times() + 1);
      softly
          .assertThat(answer.body())
          .as(it.name())
          .contains("Too many tries", "Wait some minutes")
          .doesNotContain("seven");
    }
    softly.assertAll();
  }

  @Test
  void isNoneForReading() throws Exception {
    Visitor visitor = Visitor.of(site);
    for (int i = 0; i < 2 * Allowance.FORM.times(); i++) {
      assertThat(visitor.read("/en/participants").statusCode()).isEqualTo(200);
    }
  }

  private static int status(Visitor visitor, Endpoint endpoint) throws Exception {
    return call(visitor, endpoint).statusCode();
  }

  private static HttpResponse<String> call(Visitor visitor, Endpoint it) throws Exception {
    String path = it.at(List.of("nothing", "nothing"));
    return it.writes() ? visitor.send(path, "password", "seven boats") : visitor.read(path);
  }
}
