package vallarta.compact.participation;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.access.Role;
import vallarta.compact.cli.Demonstration;
import vallarta.compact.cli.Progress;
import vallarta.compact.language.Language;

/// The demonstration of the stage, on the stakeholders that the inputs of the demonstration name:
/// one invented person for each role, and two of them for two States, so that it can be seen that
/// nobody writes for another State.
@Component
class ParticipationDemonstration implements Demonstration {

  private static final Instant BEGIN = Instant.parse("2017-09-01T00:00:00Z");

  private record Part(String name, String email, String stakeholder, Role role) {}

  private static final Stakeholder SECRETARIAT =
      new Stakeholder(
          "demo-secretariat",
          "Secretariat of the demonstration",
          "en",
          StakeholderType.UN_AGENCY,
          "",
          "001",
          true);
  private static final List<Part> PARTS =
      List.of(
          new Part("Ilse Marlow", "secretariat@example.org", "demo-secretariat", Role.SECRETARIAT),
          new Part("Tomás Aldana", "co-chair@example.org", "XFL", Role.CO_CHAIR),
          new Part("Nadia Brook", "co-facilitator@example.org", "XOB", Role.CO_FACILITATOR),
          new Part("Amaru Vela", "ferrenland@example.org", "XFL", Role.MAIN_FOCAL_POINT),
          new Part("Lucía Peña", "ferrenland2@example.org", "XFL", Role.ALTERNATE_FOCAL_POINT),
          new Part(
              "Joel Santamaría", "ferrenland3@example.org", "XFL", Role.VALIDATING_FOCAL_POINT),
          new Part("Signe Halvard", "ombarra@example.org", "XOB", Role.MAIN_FOCAL_POINT),
          new Part("Petra Lind", "delegate@example.org", "XOB", Role.DELEGATE),
          new Part("Marek Kovel", "moderator@example.org", "demo-secretariat", Role.MODERATOR),
          new Part("Rosa Iturbe", "rapporteur@example.org", "demo-secretariat", Role.RAPPORTEUR),
          new Part("Aya Nour", "panellist@example.org", "en-univ-ombarra", Role.PANELLIST),
          new Part("Chen Yulan", "reviewer@example.org", "en-univ-ombarra", Role.REVIEWER),
          new Part(
              "Mina Okoro", "contributor@example.org", "en-lantern-children", Role.CONTRIBUTOR));

  private final Stakeholders stakeholders;
  private final Persons persons;
  private final Mandates mandates;

  ParticipationDemonstration(Stakeholders stakeholders, Persons persons, Mandates mandates) {
    this.stakeholders = stakeholders;
    this.persons = persons;
    this.mandates = mandates;
  }

  @Override
  public int order() {
    return 250;
  }

  @Override
  @Transactional
  public void load(Progress progress) {
    stakeholders.save(List.of(SECRETARIAT));
    for (Part part : PARTS) {
      Person person =
          persons.withAccount(persons.register(part.name(), part.email(), Language.EN, true));
      if (mandates.ofPerson(person.id()).isEmpty()) {
        Stakeholder stakeholder = stakeholders.find(part.stakeholder()).orElseThrow();
        mandates.give(person, stakeholder, part.role(), BEGIN, null, 0);
      }
    }
  }
}
