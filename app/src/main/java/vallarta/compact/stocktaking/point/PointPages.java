package vallarta.compact.stocktaking.point;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Statement;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.search.SearchIndex;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Field;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Wrong;

/// One point at the desk of those who serve its session: its words, its sources, its parts.
@Controller
@OpenTo({Role.RAPPORTEUR, Role.MODERATOR})
class PointPages {

  private static final int HITS = 10;

  /// @param seen the version on which the form stands
  /// @param sources statements behind it
  /// @param found by the search for sources
  /// @param parts what was entered to split it
  record View(
      Session session,
      Point point,
      int seen,
      WordingForm form,
      Codebook book,
      List<Statement> sources,
      String query,
      List<Statement> found,
      String parts,
      Wrong wrong) {}

  /// @param theirs as it stands now
  /// @param mine what was not written
  record Both(Session session, Point theirs, WordingForm mine, Codebook book) {}

  private final Desk desk;
  private final Points points;
  private final SearchIndex index;

  PointPages(Desk desk, Points points, SearchIndex index) {
    this.desk = desk;
    this.points = points;
    this.index = index;
  }

  @GetMapping("/{language}/sessions/{ref}/workspace/{id}")
  ModelAndView point(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String q) {
    Session session = desk.served(actor, ref);
    Point point = points.get(session, id);
    WordingForm form = WordingForm.of(point.wording());
    return show(
        page, session, point, point.version(), form, q, point.wording().text(), Wrong.NOTHING);
  }

  /// Saves a point over the version that the writer saw: by the field `seen`, or by `If-Match` (RFC
  /// 9110, section 13.1.1) as the script does.
  @PostMapping("/{language}/sessions/{ref}/workspace/{id}")
  Object save(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @PathVariable long id,
      @ModelAttribute WordingForm form,
      @RequestParam(defaultValue = "0") int seen,
      @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String ifMatch,
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
    Session session = desk.served(actor, ref);
    boolean script = accept.contains(MediaType.APPLICATION_JSON_VALUE);
    int version = ifMatch.isEmpty() ? seen : version(ifMatch);
    if (version == 0) {
      throw new DomainFailure(
          "STOC-017", "stocktaking.failure.no-version", Map.of(), HttpStatus.PRECONDITION_REQUIRED);
    }
    try {
      Point saved = points.save(session, id, version, form.wording(), actor.account());
      return script
          ? WorkspacePages.saved(page, session, saved)
          : WorkspacePages.back(page, session, saved);
    } catch (Conflict conflict) {
      return script ? told(page, conflict) : both(page, session, conflict);
    } catch (DomainFailure failure) {
      if (script || failure.status() == HttpStatus.CONFLICT) {
        throw failure;
      }
      Point point = points.get(session, id);
      Wrong wrong = Wrong.of(failure, page.words(), Map.of()).movedTo("text");
      ModelAndView again =
          show(page, session, point, version, form, "", point.wording().text(), wrong);
      again.setStatus(failure.status());
      return again;
    }
  }

  @PostMapping("/{language}/sessions/{ref}/workspace/{id}/split")
  ModelAndView split(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @PathVariable long id,
      @RequestParam int seen,
      @RequestParam String text) {
    Session session = desk.served(actor, ref);
    try {
      points.split(session, id, seen, text, actor.account());
      return WorkspacePages.back(page, session, points.get(session, id));
    } catch (DomainFailure failure) {
      if (failure.status() != HttpStatus.UNPROCESSABLE_ENTITY) {
        throw failure;
      }
      Point point = points.get(session, id);
      Wrong wrong = Wrong.of(failure, page.words(), Map.of()).movedTo("parts");
      ModelAndView again =
          show(page, session, point, seen, WordingForm.of(point.wording()), "", text, wrong);
      again.setStatus(failure.status());
      return again;
    }
  }

  @PostMapping("/{language}/sessions/{ref}/workspace/{id}/sources")
  ModelAndView link(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @PathVariable long id,
      @RequestParam String statement,
      @RequestParam(defaultValue = "add") String act,
      @RequestParam(defaultValue = "") String q) {
    Session session = desk.served(actor, ref);
    String query = Field.text(q, Field.LINE);
    StatementId source =
        StatementId.find(statement.strip())
            .filter(it -> desk.holdings().find(it).isPresent())
            .orElseThrow(() ->
                new DomainFailure(
                    "STOC-002",
                    "stocktaking.failure.no-source",
                    Map.of("statement", statement),
                    HttpStatus.UNPROCESSABLE_ENTITY));
    if (act.equals("remove")) {
      points.unlink(session, id, source);
    } else {
      points.link(session, id, source);
    }
    return new ModelAndView("redirect:" + page.link(path(session, id), "q", query) + "#sources");
  }

  private static String path(Session session, long id) {
    return "/sessions/%s/workspace/%d".formatted(session.ref(), id);
  }

  private ModelAndView show(
      Page page,
      Session session,
      Point point,
      int seen,
      WordingForm form,
      String query,
      String parts,
      Wrong wrong) {
    List<Statement> found =
        query.isBlank()
            ? List.of()
            : desk.statements(
                index.search(query, "statement", 0, HITS).hits().stream()
                    .map(hit -> hit.id())
                    .toList());
    String title = page.words().t("stocktaking.point.title", "point", point.ref());
    return under(page, session)
        .titled(wrong.title(page.words(), title))
        .with(WorkspacePages.SCRIPT)
        .show(
            "stocktaking/point/point",
            new View(
                session,
                point,
                seen,
                form,
                desk.book(page.words()),
                desk.statements(point.sources()),
                query,
                found,
                parts,
                wrong));
  }

  private ModelAndView both(Page page, Session session, Conflict conflict) {
    ModelAndView shown =
        under(page, session)
            .named("stocktaking.conflict.title", "point", conflict.theirs().ref())
            .wide()
            .show(
                "stocktaking/point/conflict",
                new Both(
                    session,
                    conflict.theirs(),
                    WordingForm.of(conflict.mine()),
                    desk.book(page.words())));
    shown.setStatus(HttpStatus.PRECONDITION_FAILED);
    return shown;
  }

  private static ResponseEntity<Map<String, Object>> told(Page page, Conflict conflict) {
    Point theirs = conflict.theirs();
    return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
        .eTag("\"%d\"".formatted(theirs.version()))
        .body(
            Map.of(
                "version", theirs.version(),
                "by", theirs.changedBy(),
                "text", theirs.wording().text(),
                "told", page.words().t("stocktaking.conflict.told", "name", theirs.changedBy())));
  }

  private static Page under(Page page, Session session) {
    return session
        .above(page)
        .under(
            "/sessions/%s/workspace".formatted(session.ref()),
            page.words().t("stocktaking.workspace"));
  }

  /// The version of an entity tag, strong or weak; 0 when it is none of ours.
  private static int version(String tag) {
    String digits = tag.strip().replaceFirst("^W/", "").replace("\"", "");
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
  }
}
