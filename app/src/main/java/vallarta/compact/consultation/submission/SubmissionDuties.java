package vallarta.compact.consultation.submission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import vallarta.compact.access.Role;
import vallarta.compact.language.Words;
import vallarta.compact.participation.Duties;
import vallarta.compact.participation.Mandate;

/// What waits for those who speak for a stakeholder: drafts to hand in, what came back to mend,
/// what others ask them to sign; and for the secretariat what was handed in.
@Component
class SubmissionDuties implements Duties {

  private final SubmissionTable table;

  SubmissionDuties(SubmissionTable table) {
    this.table = table;
  }

  @Override
  public List<Duty> of(Mandate mandate, Words words) {
    List<Duty> duties = new ArrayList<>();
    if (mandate.role() == Role.SECRETARIAT) {
      int waiting = table.waiting().size();
      if (waiting > 0) {
        duties.add(
            new Duty(
                words.t("consultation.submission.duty.queue", "count", waiting),
                "/submissions/queue"));
      }
    }
    if (Arrays.asList(Submitters.ROLES).contains(mandate.role())) {
      String key = mandate.stakeholder().key();
      table.askedOf(List.of(key)).stream()
          .filter(it ->
              it.cosignatory(key)
                  .filter(asked -> asked.answer() == CoSignatory.Answer.ASKED)
                  .isPresent())
          .forEach(it -> duties.add(duty(words, "sign", it, "/sign")));
      table.of(List.of(key)).stream()
          .filter(it -> it.state().isOpen())
          .forEach(it -> duties.add(duty(words, it.state().tag(), it, "")));
    }
    return duties;
  }

  private static Duty duty(Words words, String kind, Submission it, String below) {
    return new Duty(
        words.t(
            "consultation.submission.duty." + kind, "ref", it.ref(), "title", it.told().title()),
        "/submissions/" + it.ref() + below);
  }
}
