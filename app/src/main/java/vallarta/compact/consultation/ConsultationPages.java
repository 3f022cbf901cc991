package vallarta.compact.consultation;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Fragments;
import vallarta.compact.web.Page;

/// The register of consultations, and one of them.
@Controller
@OpenToAll
class ConsultationPages {

  /// The consultations of one type against what is expected.
  ///
  /// @param held those in the register
  /// @param received those of which at least one input was received
  /// @param expected null when nobody said how many
  record OfType(
      ConsultationType type,
      List<Consultation> held,
      int received,
      @org.jspecify.annotations.Nullable Expected expected) {}

  /// @param calls where submissions are taken now
  record Register(Holdings holdings, List<OfType> types, Content calls) {}

  /// @param call until when submissions are taken, as the package of submissions tells it
  /// @param history what the public record says of it
  record One(
      Holdings holdings,
      Consultation it,
      List<Input> inputs,
      int statements,
      int voices,
      Content call,
      Content history) {}

  private final Consultations consultations;
  private final Fragments fragments;

  ConsultationPages(Consultations consultations, Fragments fragments) {
    this.consultations = consultations;
    this.fragments = fragments;
  }

  @GetMapping("/{language}/consultations")
  ModelAndView consultations(Page page, HttpServletRequest request, HttpServletResponse response) {
    Holdings holdings = consultations.holdings();
    return page.named("consultation.consultations.title")
        .data(Format.CSV, Format.JSON)
        .wide()
        .show(
            "consultation/consultations",
            new Register(
                holdings,
                types(holdings),
                fragments.at(request, response, page.link("/submissions/calls"))));
  }

  @GetMapping({"/{language}/consultations.csv", "/{language}/consultations.json"})
  ResponseEntity<byte[]> consultations(Page page, Format format) {
    return Download.of(
        format, ConsultationSheets.consultations(consultations.holdings().consultations()));
  }

  @GetMapping("/{language}/consultations/{ref}")
  ModelAndView consultation(
      Page page,
      @PathVariable String ref,
      HttpServletRequest request,
      HttpServletResponse response) {
    Holdings holdings = consultations.holdings();
    Consultation it = get(holdings, ref);
    List<Statement> statements = statements(holdings, it);
    int voices = (int) statements.stream().map(s -> s.voice().key()).distinct().count();
    return page.titled(it.title())
        .under("/consultations", page.words().t("consultation.consultations.title"))
        .data(Format.CSV, Format.JSON)
        .show(
            "consultation/consultation",
            new One(
                holdings,
                it,
                inputs(holdings, it),
                statements.size(),
                voices,
                fragments.at(
                    request, response, page.link("/consultations/%s/call".formatted(it.ref()))),
                fragments.at(
                    request, response, page.link("/record/objects/%s/line".formatted(it.ref())))));
  }

  @GetMapping({"/{language}/consultations/{ref}.csv", "/{language}/consultations/{ref}.json"})
  ResponseEntity<byte[]> consultation(Page page, @PathVariable String ref, Format format) {
    Holdings holdings = consultations.holdings();
    return Download.of(
        format, ConsultationSheets.statements(statements(holdings, get(holdings, ref)).stream()));
  }

  /// All types, those without any consultation too.
  static List<OfType> types(Holdings holdings) {
    return Arrays.stream(ConsultationType.values()).map(type -> of(holdings, type)).toList();
  }

  private static OfType of(Holdings holdings, ConsultationType type) {
    List<Consultation> held =
        holdings.consultations().stream().filter(it -> it.type() == type).toList();
    int received = (int) held.stream().filter(it -> !statements(holdings, it).isEmpty()).count();
    Optional<Expected> expected =
        holdings.expected().stream().filter(it -> it.type() == type).findFirst();
    return new OfType(type, held, received, expected.orElse(null));
  }

  private static Consultation get(Holdings holdings, String ref) {
    return holdings.findConsultation(ref).orElseThrow(() -> new NotPublished("CONS-001", ref));
  }

  private static List<Input> inputs(Holdings holdings, Consultation of) {
    return holdings.inputs().stream()
        .filter(input ->
            of.equals(input.consultation())
                || holdings.of(input).stream().anyMatch(it -> of.equals(it.consultation())))
        .toList();
  }

  private static List<Statement> statements(Holdings holdings, Consultation of) {
    return holdings.ofConsultation(of.ref());
  }
}
