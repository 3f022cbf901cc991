package vallarta.compact.stocktaking;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.consultation.Holdings;
import vallarta.compact.consultation.reading.ReadingStatus;
import vallarta.compact.stocktaking.point.PublishedPoints;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;

/// The first page: the thread from what was said to what was done, with its counts and its cuts.
@Controller
@OpenToAll
class HomePage {

  private static final int MOST_SAID = 5;

  /// @param read inputs that could be read
  /// @param silent kinds of stakeholder that were expected and not heard
  /// @param points that rapporteurs kept and published
  record View(
      Synthesis synthesis, long read, int silent, int points, List<StatementGroup> mostSaid) {

    Matrix.Cell all() {
      return synthesis.matrix().cell(Matrix.ALL, Matrix.ALL);
    }

    Holdings holdings() {
      return synthesis.holdings();
    }
  }

  private final Stocktaking stocktaking;
  private final PublishedPoints points;

  HomePage(Stocktaking stocktaking, PublishedPoints points) {
    this.stocktaking = stocktaking;
    this.points = points;
  }

  @GetMapping("/{language}")
  ModelAndView home(Page page) {
    Synthesis synthesis = stocktaking.synthesis();
    List<StatementGroup> groups = synthesis.groups();
    return page.named("stocktaking.home.title")
        .data(Format.CSV, Format.JSON)
        .wide()
        .show(
            "stocktaking/home",
            new View(
                synthesis,
                read(synthesis),
                synthesis.coverage().silent().size(),
                points.list().size(),
                groups.subList(0, Math.min(MOST_SAID, groups.size()))));
  }

  @GetMapping({"/{language}/index.csv", "/{language}/index.json"})
  ResponseEntity<byte[]> home(Page page, Format format) {
    Synthesis synthesis = stocktaking.synthesis();
    Matrix.Cell all = synthesis.matrix().cell(Matrix.ALL, Matrix.ALL);
    List<List<Object>> rows =
        List.of(
            List.of("consultations", synthesis.holdings().consultations().size()),
            List.of("inputs", synthesis.holdings().inputs().size()),
            List.of("inputs-read", (int) read(synthesis)),
            List.of("statements", all.statements()),
            List.of("groups", all.groups()),
            List.of("submitters", all.voices()),
            List.of("statements-withheld", synthesis.holdings().withheld()),
            List.of("points", points.list().size()),
            List.of("not-heard", synthesis.coverage().silent().size()));
    return Download.of(format, new Sheet("counts", List.of("what", "count"), rows));
  }

  private static long read(Synthesis synthesis) {
    return synthesis.holdings().inputs().stream()
        .filter(it -> it.status() == ReadingStatus.READ)
        .count();
  }
}
