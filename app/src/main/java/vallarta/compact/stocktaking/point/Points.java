package vallarta.compact.stocktaking.point;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.consultation.coding.Concept;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.consultation.coding.Thesaurus;
import vallarta.compact.language.Language;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Field;

/// How points are kept: each is captured once, changed only by who saw its newest version, and
/// never lost. Points of a final summary do not change.
@Service
class Points {

  /// The most points that one capture adds.
  static final int MOST = 200;

  private final PointTable table;
  private final SummaryTable summaries;
  private final Consultations consultations;
  private final Clock clock;

  Points(PointTable table, SummaryTable summaries, Consultations consultations, Clock clock) {
    this.table = table;
    this.summaries = summaries;
    this.consultations = consultations;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  List<Point> list(Session session) {
    return table.list(session.id());
  }

  @Transactional(readOnly = true)
  List<Point> removed(Session session) {
    return table.removed(session.id());
  }

  /// @throws DomainFailure answered with 404 when the session has no such point
  @Transactional(readOnly = true)
  Point get(Session session, long id) {
    return table
        .find(id)
        .filter(it -> it.session() == session.id())
        .orElseThrow(
            () -> failure("STOC-012", "stocktaking.failure.no-point", id, HttpStatus.NOT_FOUND));
  }

  /// Keeps one point for each line.
  ///
  /// @param capture made by the device: what is sent again under the same one is not kept again
  @Transactional
  List<Point> capture(Session session, UUID capture, Wording wording, long by) {
    List<String> lines =
        wording.text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty()) {
      wording.checked();
    }
    if (lines.size() > MOST) {
      throw new DomainFailure(
          "STOC-013",
          "stocktaking.failure.too-many-lines",
          Map.of("count", lines.size(), "most", MOST),
          HttpStatus.CONTENT_TOO_LARGE);
    }
    coded(wording);
    open(session);
    List<Point> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      UUID key =
          i == 0
              ? capture
              : UUID.nameUUIDFromBytes((capture + " " + i).getBytes(StandardCharsets.US_ASCII));
      Wording line = wording.saying(lines.get(i)).checked();
      long id =
          table
              .findCapture(key)
              .map(Point::id)
              .orElseGet(() ->
                  table.insert(
                      session.id(), key, table.end(session.id()), line, clock.instant(), by));
      kept.add(get(session, id));
    }
    return kept;
  }

  /// Writes what a point says now, if it is still as the writer saw it.
  ///
  /// @param seen the version that the writer saw
  /// @throws Conflict when somebody else changed it since
  @Transactional
  Point save(Session session, long id, int seen, Wording wording, long by) {
    Point before = get(session, id);
    Wording checked = wording.checked();
    coded(checked);
    if (before.wording().equals(checked) && before.version() == seen) {
      return before;
    }
    open(session);
    write(session, id, seen, checked, before.removed(), by);
    return get(session, id);
  }

  @Transactional
  void remove(Session session, long id, int seen, long by) {
    open(session);
    write(session, id, seen, get(session, id).wording(), true, by);
  }

  @Transactional
  void restore(Session session, long id, int seen, long by) {
    open(session);
    write(session, id, seen, get(session, id).wording(), false, by);
  }

  /// Moves a point one place up or down among those that stand.
  @Transactional
  void move(Session session, long id, boolean up) {
    open(session);
    List<Point> all = table.list(session.id());
    for (int i = 0; i < all.size(); i++) {
      int other = up ? i - 1 : i + 1;
      if (all.get(i).id() == id && other >= 0 && other < all.size()) {
        table.swap(all.get(i), all.get(other));
      }
    }
  }

  /// Takes a point into the one above it: the words of both, their sources and dissent.
  @Transactional
  Point mergeUp(Session session, long id, int seen, long by) {
    open(session);
    List<Point> all = table.list(session.id());
    for (int i = 1; i < all.size(); i++) {
      Point lower = all.get(i);
      if (lower.id() == id) {
        Point upper = all.get(i - 1);
        Wording both = join(upper.wording(), lower.wording()).checked();
        write(session, upper.id(), upper.version(), both, false, by);
        write(session, lower.id(), seen, lower.wording(), true, by);
        table.mergeInto(lower.id(), upper.id());
        return get(session, upper.id());
      }
    }
    throw failure("STOC-014", "stocktaking.failure.nothing-above", id, HttpStatus.CONFLICT);
  }

  /// Makes one point of each paragraph of a text: the first stays the point, the others follow it.
  @Transactional
  void split(Session session, long id, int seen, String text, long by) {
    open(session);
    Point whole = get(session, id);
    List<String> parts =
        text.strip().lines().map(String::strip).filter(part -> !part.isEmpty()).toList();
    if (parts.size() < 2) {
      throw failure(
          "STOC-015", "stocktaking.failure.no-split", id, HttpStatus.UNPROCESSABLE_ENTITY);
    }
    write(session, id, seen, whole.wording().saying(parts.getFirst()).checked(), false, by);
    for (int i = 1; i < parts.size(); i++) {
      Wording part = whole.wording().saying(parts.get(i)).checked();
      long added =
          table.insert(
              session.id(), UUID.randomUUID(), whole.position() + i, part, clock.instant(), by);
      table.copySources(id, added);
    }
  }

  @Transactional
  void link(Session session, long id, StatementId statement) {
    open(session);
    table.link(get(session, id).id(), statement.number());
  }

  @Transactional
  void unlink(Session session, long id, StatementId statement) {
    open(session);
    table.unlink(get(session, id).id(), statement.number());
  }

  /// Lets nothing in that no list offers: pages and tables tell its name.
  private void coded(Wording wording) {
    Thesaurus thesaurus = consultations.holdings().thesaurus();
    Field.oneOf(Language.list(), Language::tag, wording.language());
    if (!wording.dimension().isEmpty()) {
      Field.oneOf(thesaurus.list(Scheme.DIMENSION), Concept::id, wording.dimension());
    }
    if (!wording.theme().isEmpty()) {
      Field.oneOf(thesaurus.list(Scheme.THEME), Concept::id, wording.theme());
    }
  }

  /// Waits for whoever else is at the points, and lets nobody on when the summary is final.
  private void open(Session session) {
    table.lock(session.id());
    if (summaries.newest(session.id()).filter(Summary::isFinal).isPresent()) {
      throw new DomainFailure(
          "STOC-016",
          "stocktaking.failure.final",
          Map.of("session", session.ref()),
          HttpStatus.CONFLICT);
    }
  }

  private void write(
      Session session, long id, int seen, Wording wording, boolean removed, long by) {
    if (!table.update(id, seen, wording, removed, clock.instant(), by)) {
      throw new Conflict(get(session, id), wording);
    }
  }

  private static Wording join(Wording upper, Wording lower) {
    return new Wording(
        upper.text() + "\n" + lower.text(),
        upper.language(),
        upper.quote() && lower.quote(),
        both(upper.speaker(), lower.speaker(), ", "),
        upper.dimension().isEmpty() ? lower.dimension() : upper.dimension(),
        upper.theme().isEmpty() ? lower.theme() : upper.theme(),
        both(upper.support(), lower.support(), "; "),
        both(upper.dissent(), lower.dissent(), "; "));
  }

  private static String both(String a, String b, String between) {
    return a.isEmpty() || b.isEmpty() || a.equals(b) ? (a.isEmpty() ? b : a) : a + between + b;
  }

  private static DomainFailure failure(String code, String key, long id, HttpStatus status) {
    return new DomainFailure(code, key, Map.of("point", "PT-" + id), status);
  }
}
