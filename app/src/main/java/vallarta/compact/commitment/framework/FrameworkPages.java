package vallarta.compact.commitment.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;

/// The frameworks for everybody: each objective, goal, target and indicator with how many
/// commitments name it. One that none names is shown with 0: a gap is a finding.
@Controller
@OpenToAll
class FrameworkPages {

  static final List<String> HEADERS = List.of("id", "of", "text", "commitments");

  /// @param named how many published commitments name each code
  record View(Framework framework, Map<String, Integer> named) {

    int count(String code) {
      return named.getOrDefault(code, 0);
    }
  }

  private final Framework framework;
  private final Naming naming;

  FrameworkPages(Framework framework, Naming naming) {
    this.framework = framework;
    this.naming = naming;
  }

  @GetMapping("/{language}/frameworks/objectives")
  ModelAndView objectives(Page page) {
    return page.named("commitment.frameworks.objectives")
        .under("/commitments", page.words().t("commitment.title"))
        .data(Format.CSV, Format.JSON)
        .show("commitment/framework/objectives", new View(framework, naming.objectives()));
  }

  @GetMapping({"/{language}/frameworks/objectives.csv", "/{language}/frameworks/objectives.json"})
  ResponseEntity<byte[]> objectives(Page page, Format format) {
    Map<String, Integer> named = naming.objectives();
    return Download.of(
        format,
        new Sheet(
            "objectives",
            HEADERS,
            framework.objectives().stream()
                .map(it ->
                    List.<Object>of(
                        it.id(), "", it.label(page.language()), named.getOrDefault(it.id(), 0)))
                .toList()));
  }

  @GetMapping("/{language}/frameworks/sdg")
  ModelAndView sdg(Page page) {
    return page.named("commitment.frameworks.sdg")
        .under("/commitments", page.words().t("commitment.title"))
        .data(Format.CSV, Format.JSON)
        .show("commitment/framework/sdg", new View(framework, naming.sdg()));
  }

  @GetMapping({"/{language}/frameworks/sdg.csv", "/{language}/frameworks/sdg.json"})
  ResponseEntity<byte[]> sdg(Page page, Format format) {
    View view = new View(framework, naming.sdg());
    List<List<Object>> rows = new ArrayList<>();
    for (Framework.Heading goal : framework.goals()) {
      rows.add(List.of(goal.id(), "", goal.label(page.language()), view.count(goal.id())));
    }
    for (Framework.Item target : framework.targets()) {
      rows.add(List.of(target.id(), target.of(), target.text(), view.count(target.id())));
    }
    for (Framework.Item indicator : framework.indicators()) {
      rows.add(
          List.of(indicator.id(), indicator.of(), indicator.text(), view.count(indicator.id())));
    }
    return Download.of(format, new Sheet("sdg", HEADERS, rows));
  }
}
