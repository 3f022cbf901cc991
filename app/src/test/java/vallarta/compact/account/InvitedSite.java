package vallarta.compact.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.CommandLineRun;
import vallarta.compact.cli.Post;
import vallarta.compact.cli.RunningServer;
import vallarta.compact.cli.Visitor;
import vallarta.compact.language.Language;

/// A site that is no demonstration, with one State and a secretariat, to which people come by
/// invitation.
final class InvitedSite implements AutoCloseable {

  static final String PASSWORD = "seven boats at low tide";

  private final Post post;
  private final RunningServer server;

  private InvitedSite(Post post, RunningServer server) {
    this.post = post;
    this.server = server;
  }

  /// @param settings of the test's own
  static InvitedSite open(Path folder, Map<String, Object> settings) throws Exception {
    Path register = folder.resolve("stakeholders.csv");
    Files.writeString(
        register,
        """
        key,name,name_language,type,state,region_m49,fictional
        sec,Secretariat of the test,en,un-agency,,001,true
        XAA,Republic of Aurelia,en,state,XAA,001,true
        """);
    Path data = folder.resolve("data");
    CommandLineRun run =
        CommandLineRun.of("import", "stakeholders", register.toString(), "--data", data.toString());
    assertThat(run.code()).as(run.talk()).isZero();
    Post post = Post.open();
    Map<String, Object> all = new HashMap<>(post.settings());
    all.putAll(settings);
    return new InvitedSite(post, RunningServer.over(data, all));
  }

  RunningServer server() {
    return server;
  }

  Post post() {
    return post;
  }

  JdbcClient jdbc() {
    return server.bean(JdbcClient.class);
  }

  Visitor visitor() {
    return Visitor.of(server);
  }

  long account(String email) {
    return jdbc()
        .sql("select id from access.account where email = :email")
        .param("email", email)
        .query(Long.class)
        .single();
  }

  void invite(String email, String role, String organisation) {
    server.bean(Invitations.class).invite(email, Language.EN);
    jdbc()
        .sql(
            """
            insert into participation.person (name, email, language, fictional, account)
            select 'P', email, 'en', true, id from access.account where email = :email
            """)
        .param("email", email)
        .update();
    jdbc()
        .sql(
            """
            insert into participation.mandate (person, stakeholder, role, begins_at)
            select id, :organisation, :role, now() from participation.person where email = :email
            """)
        .param("email", email)
        .param("role", role)
        .param("organisation", organisation)
        .update();
  }

  /// Follows the letter of invitation.
  Visitor arrive(String email) throws Exception {
    Visitor visitor = visitor();
    String link = Post.link(post.mailTo(email, "invited"));
    assertThat(visitor.read(link).statusCode()).isEqualTo(200);
    assertThat(visitor.send(link, "password", PASSWORD).statusCode()).isEqualTo(302);
    return visitor;
  }

  /// Lets the sign-ins of an account be eleven minutes old.
  void letTimePass(String email) {
    jdbc()
        .sql(
            """
            update access.session set creation_time = creation_time - 11 * 60 * 1000
            where principal_name = :account
            """)
        .param("account", Long.toString(account(email)))
        .update();
  }

  @Override
  public void close() {
    server.close();
    post.close();
  }
}
