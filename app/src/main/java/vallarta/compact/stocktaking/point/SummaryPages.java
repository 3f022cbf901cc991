package vallarta.compact.stocktaking.point;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.Role;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Difference;
import vallarta.compact.web.part.Wrong;

/// The summary of a session for everybody, with its versions and the corrections that were asked;
/// and for those who serve the session, the acts by which it goes on.
@Controller
class SummaryPages {

  static final List<String> HEADERS =
      List.of(
          "id",
          "session",
          "version",
          "state",
          "text",
          "language",
          "form",
          "speaker",
          "dimension",
          "theme",
          "support",
          "dissent",
          "sources");

  private static final Role[] PARTICIPANTS = {
    Role.MAIN_FOCAL_POINT,
    Role.ALTERNATE_FOCAL_POINT,
    Role.VALIDATING_FOCAL_POINT,
    Role.DELEGATE,
    Role.CONTRIBUTOR
  };

  /// One point of a summary, and how it reads against the version it is compared with.
  ///
  /// @param runs empty when nothing is compared
  record Line(Summary.Kept kept, List<Difference.Run> runs, boolean isNew) {}

  /// @param shown the version on the page, empty when none is published
  /// @param compared the version it is compared with, 0 for none
  /// @param speaksFor the stakeholders for whom the reader may ask for a correction
  /// @param fields what was entered and could not be taken
  record View(
      Session session,
      Optional<Summary> shown,
      List<Line> lines,
      int compared,
      List<Summary> versions,
      List<Correction> corrections,
      Codebook book,
      List<Stakeholder> speaksFor,
      boolean serves,
      boolean secretariat,
      Instant now,
      Map<String, String> fields,
      Wrong wrong) {

    String field(String name) {
      return fields.getOrDefault(name, "");
    }

    boolean takesObjections() {
      return shown
          .filter(it -> it.equals(versions.getFirst()) && it.takesObjectionsAt(now))
          .isPresent();
    }
  }

  private final Desk desk;
  private final Summaries summaries;

  SummaryPages(Desk desk, Summaries summaries) {
    this.desk = desk;
    this.summaries = summaries;
  }

  @OpenToAll
  @GetMapping("/{language}/sessions/{ref}/summary")
  ModelAndView summary(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "0") int compare) {
    return show(page, actor, desk.visible(actor, ref), version, compare, Map.of(), Wrong.NOTHING);
  }

  private ModelAndView show(
      Page page,
      Actor actor,
      Session session,
      int version,
      int compare,
      Map<String, String> fields,
      Wrong wrong) {
    List<Summary> versions = summaries.versions(session);
    Optional<Summary> shown =
        versions.stream().filter(it -> version == 0 || it.version() == version).findFirst();
    if (version != 0 && shown.isEmpty()) {
      throw new DomainFailure(
          "STOC-027",
          "stocktaking.failure.no-such-version",
          Map.of("version", version),
          HttpStatus.NOT_FOUND);
    }
    Optional<Summary> against = versions.stream().filter(it -> it.version() == compare).findFirst();
    String title = page.words().t("stocktaking.summary.title", "session", session.title());
    return session
        .above(page.titled(wrong.title(page.words(), title)))
        .data(Format.CSV, Format.JSON)
        .show(
            "stocktaking/point/summary",
            new View(
                session,
                shown,
                shown.map(it -> lines(it, against)).orElse(List.of()),
                against.map(Summary::version).orElse(0),
                versions,
                summaries.corrections(session),
                desk.book(page.words()),
                desk.voices(actor.of(PARTICIPANTS)),
                Desk.serves(actor, session),
                actor.is(Role.SECRETARIAT),
                summaries.now(),
                fields,
                wrong));
  }

  @OpenToAll
  @GetMapping({"/{language}/sessions/{ref}/summary.csv", "/{language}/sessions/{ref}/summary.json"})
  ResponseEntity<byte[]> summary(Page page, Actor actor, @PathVariable String ref, Format format) {
    Session session = desk.visible(actor, ref);
    List<List<Object>> rows = new ArrayList<>();
    summaries
        .versions(session)
        .forEach(summary -> summary.standing().forEach(it -> rows.add(row(session, summary, it))));
    return Download.of(format, new Sheet("summary-" + session.ref(), HEADERS, rows));
  }

  @OpenTo({Role.RAPPORTEUR, Role.MODERATOR})
  @PostMapping("/{language}/sessions/{ref}/summary/publish")
  ModelAndView publish(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "48") int hours) {
    Session session = desk.served(actor, ref);
    return done(
        page,
        actor,
        session,
        new Sent("publish", Map.of("hours", Integer.toString(hours))),
        () -> summaries.publish(session, window(hours), actor.account()));
  }

  @OpenTo({Role.RAPPORTEUR, Role.MODERATOR})
  @PostMapping("/{language}/sessions/{ref}/summary/final")
  ModelAndView makeFinal(Page page, Actor actor, @PathVariable String ref) {
    Session session = desk.served(actor, ref);
    return done(
        page,
        actor,
        session,
        new Sent("final", Map.of()),
        () -> summaries.makeFinal(session, actor.account()));
  }

  @OpenTo(Role.SECRETARIAT)
  @PostMapping("/{language}/sessions/{ref}/summary/reopen")
  ModelAndView reopen(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "48") int hours) {
    Session session = desk.session(ref);
    return done(
        page,
        actor,
        session,
        new Sent("reason", Map.of("reason", reason)),
        () -> summaries.reopen(session, reason, window(hours), actor.account()));
  }

  @OpenTo({
    Role.MAIN_FOCAL_POINT,
    Role.ALTERNATE_FOCAL_POINT,
    Role.VALIDATING_FOCAL_POINT,
    Role.DELEGATE,
    Role.CONTRIBUTOR
  })
  @PostMapping("/{language}/sessions/{ref}/summary/corrections")
  ModelAndView ask(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") long point,
      @RequestParam String stakeholder,
      @RequestParam(defaultValue = "") String text) {
    Session session = desk.visible(actor, ref);
    actor.mustBeFor(stakeholder, PARTICIPANTS);
    return done(
        page,
        actor,
        session,
        new Sent(
            "text",
            Map.of("point", Long.toString(point), "stakeholder", stakeholder, "text", text)),
        () -> summaries.ask(session, point, stakeholder, text, actor.account()));
  }

  @OpenTo({Role.RAPPORTEUR, Role.MODERATOR})
  @PostMapping("/{language}/sessions/{ref}/summary/corrections/{id}")
  ModelAndView answer(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @PathVariable long id,
      @RequestParam String decision,
      @RequestParam(defaultValue = "") String answer) {
    Session session = desk.served(actor, ref);
    String field = "answer-" + id;
    return done(
        page,
        actor,
        session,
        new Sent(field, Map.of(field, answer)),
        () -> summaries.answer(session, id, decision.equals("accept"), answer, actor.account()));
  }

  static List<Object> row(Session session, Summary summary, Summary.Kept it) {
    Wording wording = it.wording();
    return List.of(
        it.ref(),
        session.ref(),
        summary.version(),
        summary.isFinal() ? "final" : "draft",
        wording.text(),
        wording.language(),
        wording.quote() ? "quote" : "paraphrase",
        wording.speaker(),
        wording.dimension(),
        wording.theme(),
        wording.support(),
        wording.dissent(),
        String.join(" ", it.sources()));
  }

  private static List<Line> lines(Summary shown, Optional<Summary> against) {
    return shown.points().stream()
        .map(kept -> {
          Optional<Summary.Kept> was =
              against.stream()
                  .flatMap(it -> it.standing().stream())
                  .filter(it -> it.point() == kept.point())
                  .findFirst();
          List<Difference.Run> runs =
              was.map(it ->
                      Difference.between(
                          it.wording().text(), kept.wording().text(), kept.wording().language()))
                  .orElse(List.of());
          return new Line(kept, runs, against.isPresent() && was.isEmpty());
        })
        .toList();
  }

  private static Duration window(int hours) {
    return Duration.ofHours(Math.clamp(hours, 1, Summaries.LONGEST_WINDOW_HOURS));
  }

  private static String path(Page page, Session session) {
    return page.link("/sessions/%s/summary".formatted(session.ref()));
  }

  /// What was sent by a form of the page.
  ///
  /// @param place id of the field, or of the form, that a failure is told at
  private record Sent(String place, Map<String, String> fields) {}

  /// The page after an act; or with what could not be done and what was entered.
  private ModelAndView done(Page page, Actor actor, Session session, Sent sent, Runnable act) {
    try {
      act.run();
      String part = sent.place().matches("text|answer-.*") ? "#corrections" : "";
      return new ModelAndView("redirect:" + path(page, session) + part);
    } catch (DomainFailure failure) {
      Wrong wrong = Wrong.of(failure, page.words(), Map.of()).movedTo(sent.place());
      ModelAndView again = show(page, actor, session, 0, 0, sent.fields(), wrong);
      again.setStatus(failure.status());
      return again;
    }
  }
}
