package vallarta.compact.commitment.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vallarta.compact.access.Role;
import vallarta.compact.account.Invitations;
import vallarta.compact.cli.RunningServer;
import vallarta.compact.cli.Visitor;
import vallarta.compact.commitment.CommitmentRegister;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Mandates;
import vallarta.compact.participation.Person;
import vallarta.compact.participation.Persons;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.record.PublicRecord;

/// Thousands of commitments changed together: in one transaction, in seconds, with progress that
/// everybody sees who may, and nothing left of it when it is stopped.
class LargeBatchIT {

  private static final String WORK = "/en/commitments/work";
  private static final Stakeholder STATE =
      new Stakeholder("XLB", "Largeland", "en", StakeholderType.STATE, "XLB", "150", true);

  @TempDir static Path folder;

  private static RunningServer server;
  private static Visitor focalPoint;

  @BeforeAll
  static void start() throws Exception {
    server =
        RunningServer.over(folder, Map.of("vallarta.limits.factor", 1000, "vallarta.demo", true));
    server.bean(Stakeholders.class).save(List.of(STATE));
    Persons persons = server.bean(Persons.class);
    Person person =
        persons.withAccount(persons.register("Ann", "ann@example.org", Language.EN, true));
    server
        .bean(Mandates.class)
        .give(person, STATE, Role.MAIN_FOCAL_POINT, Instant.parse("2025-01-01T00:00:00Z"), null, 0);
    focalPoint =
        Visitor.arrive(
            server, server.bean(Invitations.class).invite("ann@example.org", Language.EN));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void oneThatIsStoppedChangesNothing() throws Exception {
    String word = "stopped";
    List<Long> ids = make(word, 1_200, true);
    try (Connection other = server.bean(DataSource.class).getConnection()) {
      other.setAutoCommit(false);
      try (var lock =
          other.prepareStatement("select 1 from commitment.commitment where id = ? for update")) {
        lock.setLong(1, ids.getLast());
        lock.execute();
        String page =
            run(
                "q",
                word,
                "owner",
                "XLB",
                "all",
                "true",
                "expected",
                "1200",
                "code",
                "+dimension:local",
                "act",
                "run",
                "reason",
                "A mistake");
        HttpResponse<String> goingOn = until(page, "1,000 of 1,200");
        assertThat(goingOn.headers().firstValue("Refresh")).contains("2");
        assertThat(focalPoint.send(page + "/stop").statusCode()).isEqualTo(302);
        other.rollback();
        assertThat(ended(page)).contains("It was stopped. Nothing was changed.");
        assertThat(focalPoint.send(page + "/stop").statusCode()).isEqualTo(409);
      }
    }
    assertThat(register().list(ids))
        .allSatisfy(it -> assertThat(it.version()).isEqualTo(2))
        .allSatisfy(it -> assertThat(it.told().dimensions()).containsExactly("national"));
    assertThat(server.bean(PublicRecord.class).history("CM-" + ids.getFirst())).hasSize(1);
  }

  @Test
  void thousandsAreChangedInOneTransaction() throws Exception {
    String word = "thousands";
    List<Long> ids = make(word, 3_000, true);
    String page =
        run(
            "q",
            word,
            "owner",
            "XLB",
            "all",
            "true",
            "expected",
            "3000",
            "code",
            "+dimension:local",
            "act",
            "run",
            "reason",
            "All at once");
    assertThat(ended(page)).contains("3,000 commitments were changed");
    assertThat(register().list(List.of(ids.getLast())).getFirst().told().dimensions())
        .containsExactly("national", "local");
    assertThat(
            server
                .bean(JdbcClient.class)
                .sql("select count(*) from commitment.version where reason = 'All at once'")
                .query(Integer.class)
                .single())
        .isEqualTo(3_000);
  }

  private static String run(String... fields) throws Exception {
    HttpResponse<String> answer = focalPoint.send(WORK, fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  /// The page of a batch edit once it has ended.
  private static String ended(String page) throws Exception {
    for (int i = 0; i < 600; i++) {
      HttpResponse<String> answer = focalPoint.read(page);
      if (answer.headers().firstValue("Refresh").isEmpty()) {
        return answer.body();
      }
      Thread.sleep(50);
    }
    throw new AssertionError("it does not end: " + page);
  }

  private static HttpResponse<String> until(String page, String words) throws Exception {
    for (int i = 0; i < 600; i++) {
      HttpResponse<String> answer = focalPoint.read(page);
      if (answer.body().contains(words)) {
        return answer;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("never: " + words + "\n" + focalPoint.read(page).body());
  }

  private static List<Long> make(String word, int count, boolean published) {
    return Made.of(
        register(), server.bean(TransactionTemplate.class), STATE.key(), word, count, published);
  }

  private static CommitmentRegister register() {
    return server.bean(CommitmentRegister.class);
  }
}
