package vallarta.compact.consultation.submission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vallarta.compact.consultation.Consultation;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Filters;

/// By which the list of submissions is narrowed: consultation, state, in time or late, as the
/// address of the page says.
///
/// @param page that is read
record SubmissionFilter(Page page) {

  static final List<String> PARAMETERS = List.of("consultation", "state", "late");

  private static final List<Submission.State> STATES =
      Arrays.stream(Submission.State.values()).filter(it -> it != Submission.State.DRAFT).toList();

  List<Dossier> of(List<Dossier> all) {
    String consultation = page.parameter("consultation");
    String state = page.parameter("state");
    String late = page.parameter("late");
    return all.stream()
        .filter(it -> consultation.isEmpty() || it.consultation().ref().equals(consultation))
        .filter(it -> state.isEmpty() || it.it().state().tag().equals(state))
        .filter(it -> late.isEmpty() || late.equals(Boolean.toString(it.it().isLate())))
        .toList();
  }

  Filters fields(List<Dossier> all) {
    List<Filters.Option> consultations =
        all.stream().map(Dossier::consultation).distinct().map(SubmissionFilter::option).toList();
    List<Filters.Option> states =
        STATES.stream()
            .map(it ->
                Filters.Option.of(
                    it.tag(), page.words().t("consultation.submission.state." + it.tag())))
            .toList();
    List<Filters.Option> times =
        List.of(
            Filters.Option.of("false", page.words().t("consultation.submission.standing.in-time")),
            Filters.Option.of("true", page.words().t("consultation.late")));
    List<Filters.Field> fields =
        List.of(
            choice("consultation", "consultation.consultation", consultations),
            choice("state", "consultation.submission.state", states),
            choice("late", "consultation.submission.standing", times));
    List<Filters.Active> active = new ArrayList<>();
    for (Filters.Field field : fields) {
      if (field instanceof Filters.Choice choice) {
        active(choice).ifPresent(active::add);
      }
    }
    return new Filters(page.link("/submissions"), fields, active, page.link("/submissions"));
  }

  private Filters.Choice choice(String name, String label, List<Filters.Option> options) {
    return new Filters.Choice(name, page.words().t(label), page.parameter(name), options);
  }

  private Optional<Filters.Active> active(Filters.Choice choice) {
    return choice.options().stream()
        .filter(it -> it.value().equals(choice.value()))
        .findFirst()
        .map(it -> new Filters.Active(choice.label(), it.label(), page.here(choice.name(), "")));
  }

  private static Filters.Option option(Consultation it) {
    return new Filters.Option(it.ref(), it.title(), it.titleLanguage());
  }
}
