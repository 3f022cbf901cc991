package vallarta.compact.commitment;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.commitment.VersionTable.Version;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Difference;

/// How a commitment read before, and what changed from version to version, for everybody.
@Controller
@OpenToAll
class VersionPages {

  static final List<String> HEADERS =
      List.of("id", "version", "at", "reason", "field", "before", "after");

  /// A field that reads otherwise than in the version before.
  ///
  /// @param key of the word for the field
  record Change(String key, String before, String after, List<Difference.Run> runs) {}

  /// @param changes against the version before, empty for the first
  record Step(Version version, List<Change> changes) {}

  record View(Commitment it, List<Step> steps) {}

  private final Commitments commitments;
  private final VersionTable versions;

  VersionPages(Commitments commitments, VersionTable versions) {
    this.commitments = commitments;
    this.versions = versions;
  }

  @GetMapping("/{language}/commitments/{ref}/versions")
  ModelAndView versions(Page page, @PathVariable String ref) {
    Commitment it = commitments.get(ref);
    return page.named("commitment.versions.title", "ref", ref)
        .under("/commitments", page.words().t("commitment.title"))
        .under("/commitments/" + ref, it.told().title())
        .data(Format.CSV, Format.JSON)
        .show("commitment/versions", new View(it, steps(versions.of(it.id()))));
  }

  @GetMapping({
    "/{language}/commitments/{ref}/versions.csv",
    "/{language}/commitments/{ref}/versions.json"
  })
  ResponseEntity<byte[]> versions(Page page, @PathVariable String ref, Format format) {
    List<List<Object>> rows = new ArrayList<>();
    for (Step step : steps(versions.of(commitments.get(ref).id()))) {
      Version it = step.version();
      if (step.changes().isEmpty()) {
        rows.add(List.of(ref, it.number(), it.at().toString(), it.reason(), "", "", ""));
      }
      for (Change change : step.changes()) {
        rows.add(
            List.of(
                ref,
                it.number(),
                it.at().toString(),
                it.reason(),
                change.key().substring(change.key().lastIndexOf('.') + 1),
                change.before(),
                change.after()));
      }
    }
    return Download.of(format, new Sheet("versions-" + ref, HEADERS, rows));
  }

  private static List<Step> steps(List<Version> newestFirst) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < newestFirst.size(); i++) {
      boolean first = i + 1 == newestFirst.size();
      steps.add(
          new Step(
              newestFirst.get(i),
              first
                  ? List.of()
                  : changes(newestFirst.get(i + 1).told(), newestFirst.get(i).told())));
    }
    return steps;
  }

  private static List<Change> changes(Undertaking was, Undertaking now) {
    List<Change> changes = new ArrayList<>();
    for (Facet facet : Facet.values()) {
      String before = facet.of(was);
      String after = facet.of(now);
      if (!before.equals(after)) {
        changes.add(
            new Change(
                facet.key(), before, after, Difference.between(before, after, now.language())));
      }
    }
    return changes;
  }
}
