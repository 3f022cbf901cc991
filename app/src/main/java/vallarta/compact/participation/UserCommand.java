package vallarta.compact.participation;

import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vallarta.compact.access.Role;
import vallarta.compact.account.Invitations;
import vallarta.compact.cli.Application;
import vallarta.compact.cli.DataOptions;
import vallarta.compact.cli.Version;
import vallarta.compact.language.Language;

/// `vallarta user`: people who sign in.
@Command(
    name = "user",
    description = "Give people a mandate and let them sign in.",
    synopsisSubcommandLabel = "WHAT",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = UserCommand.Add.class)
final class UserCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "Which one? See: vallarta user --help");
  }

  /// `vallarta user add`: gives a person a mandate and prints the link with which they choose their
  /// password. This is how the first member of the secretariat comes in; all others can be invited
  /// on the web.
  @Command(
      name = "add",
      description = "Give a person a mandate; prints the link with which they choose a password.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  static final class Add implements Callable<Integer> {

    @Option(names = "--email", required = true, description = "Address of the person.")
    private String email = "";

    @Option(names = "--name", required = true, description = "Name of the person.")
    private String name = "";

    @Option(names = "--role", required = true, description = "Such as secretariat, delegate.")
    private String role = "";

    @Option(
        names = "--organisation",
        required = true,
        description =
            "Key of the organisation in the register (see: vallarta import stakeholders).")
    private String organisation = "";

    @Option(
        names = "--language",
        defaultValue = "en",
        description = "Of the mails: ar zh en fr ru es.")
    private String language = "en";

    @Mixin private DataOptions data = new DataOptions();
    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
      CommandSpec command = Objects.requireNonNull(spec);
      Language tongue =
          Language.find(language)
              .orElseThrow(() -> wrong(command, "--language is one of ar zh en fr ru es"));
      Role as =
          Arrays.stream(Role.values())
              .filter(it -> it.tag().equals(role))
              .findFirst()
              .orElseThrow(() ->
                  wrong(
                      command,
                      "--role is one of "
                          + String.join(
                              " ", Arrays.stream(Role.values()).map(Role::tag).toList())));
      if (!email.matches("[^@\\s]+@[^@\\s]+")) {
        throw wrong(command, "--email '" + email + "' is no address such as name@example.org");
      }
      try (Application application = data.open()) {
        Stakeholder stakeholder =
            application
                .get(Stakeholders.class)
                .find(organisation)
                .orElseThrow(() ->
                    wrong(
                        command,
                        "there is no organisation '%s' in the register; import it first: vallarta import stakeholders"
                            .formatted(organisation)));
        Persons persons = application.get(Persons.class);
        Person person =
            persons.withAccount(persons.register(name, email, tongue, stakeholder.fictional()));
        application
            .get(Mandates.class)
            .give(person, stakeholder, as, application.get(Clock.class).instant(), null, 0);
        command
            .commandLine()
            .getOut()
            .println(application.get(Invitations.class).invite(email, tongue));
      }
      return 0;
    }

    private static ParameterException wrong(CommandSpec command, String message) {
      return new ParameterException(command.commandLine(), message);
    }
  }
}
