package vallarta.compact.participation.registration;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.cli.Demonstration;
import vallarta.compact.cli.Progress;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.participation.meeting.Meetings;

/// Registrations for the invented meeting that is held today: invented people of invented
/// delegations, in each state that there is. Who came to Puerto Vallarta nobody told, so that
/// meeting has none.
@Component
class RegistrationDemonstration implements Demonstration {

  private static final String MEETING = "Exercise of the demonstration";
  private static final int STATE_SEATS = 3;
  private static final int NGO_SEATS = 2;

  private final Meetings meetings;
  private final Registrations registrations;
  private final Accreditation accreditation;
  private final CheckIn door;
  private final Clock clock;

  RegistrationDemonstration(
      Meetings meetings,
      Registrations registrations,
      Accreditation accreditation,
      CheckIn door,
      Clock clock) {
    this.meetings = meetings;
    this.registrations = registrations;
    this.accreditation = accreditation;
    this.door = door;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 265;
  }

  @Override
  @Transactional
  public void load(Progress progress) {
    meetings.list().stream()
        .filter(it -> it.fictional() && it.title().equals(MEETING))
        .filter(it -> !it.lastDay().isBefore(LocalDate.now(clock.withZone(it.zone()))))
        .filter(it -> registrations.of(it).isEmpty())
        .forEach(this::register);
  }

  private void register(Meeting it) {
    accreditation.seats(it, StakeholderType.STATE, STATE_SEATS);
    accreditation.seats(it, StakeholderType.UN_AGENCY, 1);
    accreditation.seats(it, "en-rural-ombarra", NGO_SEATS);
    accreditation.seats(it, "en-lantern-children", NGO_SEATS);
    come(approve(it, "XFL", "Amaru Vela", "ferrenland@example.org", "Head of delegation", true));
    come(approve(it, "XFL", "Ada Example", "ada@example.org", "Adviser", false));
    reject(it, "XFL", "Bela Exemplar", "bela@example.org");
    add(it, "XFL", "Caro Sample", "caro@example.org", true);
    add(it, "XFL", "Dario Sample", "dario@example.org", true);
    add(it, "XFL", "Eno Placeholder", "eno@example.org", false);
    come(approve(it, "XOB", "Signe Halvard", "ombarra@example.org", "Head of delegation", true));
    approve(it, "XOB", "Petra Lind", "delegate@example.org", "Counsellor", false);
    come(approve(it, "en-omp", "Fia Specimen", "fia@example.org", "Observer", false));
    come(approve(it, "en-rural-ombarra", "Gus Specimen", "gus@example.org", "Campaigner", false));
    Registration named =
        approve(it, "en-lantern-children", "Mina Okoro", "contributor@example.org", "", false);
    accreditation.list(named.id(), true);
  }

  private Registration add(
      Meeting it, String stakeholder, String name, String email, boolean endorsed) {
    return accreditation.register(
        it, new Request(stakeholder, name, email, "", false, Request.Listing.USUAL), endorsed, 0);
  }

  private Registration approve(
      Meeting it, String stakeholder, String name, String email, String function, boolean head) {
    Request request = new Request(stakeholder, name, email, function, head, Request.Listing.USUAL);
    return accreditation.approve(accreditation.register(it, request, true, 0).id(), 0);
  }

  private void reject(Meeting it, String stakeholder, String name, String email) {
    accreditation.reject(
        add(it, stakeholder, name, email, true).id(), "The nomination was not signed", 0);
  }

  private void come(Registration it) {
    door.admit(it.code());
  }
}
