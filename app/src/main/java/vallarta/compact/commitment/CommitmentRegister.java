package vallarta.compact.commitment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.commitment.Commitment.Actor.Answer;
import vallarta.compact.commitment.CommitmentChanged.What;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.store.Revision;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.part.Fault;

/// Many commitments at once, for imports and batch edits: drafts too, and changes written together
/// in the transaction of the caller. Who may do it is asked by whoever calls.
@Service
public class CommitmentRegister {

  /// How many are best written together.
  public static final int AT_A_TIME = 500;

  private final CommitmentTable table;
  private final CommitmentQuery query;
  private final ActorTable actors;
  private final VersionTable versions;
  private final Drafts drafts;
  private final Stakeholders stakeholders;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CommitmentRegister(
      CommitmentTable table,
      CommitmentQuery query,
      ActorTable actors,
      VersionTable versions,
      Drafts drafts,
      Stakeholders stakeholders,
      PublicRecord publicRecord,
      Revision revision,
      ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.query = query;
    this.actors = actors;
    this.versions = versions;
    this.drafts = drafts;
    this.stakeholders = stakeholders;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.events = events;
    this.clock = clock;
  }

  /// What somebody may work on.
  ///
  /// @param owner key of the one whose commitments they are, or empty for all that are published
  /// @param binds whether it may be those that are published, not only the owner's drafts
  public record Reach(String owner, boolean binds) {

    /// All that are published, whoever's they are.
    public static final Reach PUBLISHED = new Reach("", true);
  }

  /// A commitment that is not there yet.
  ///
  /// @param with keys of those who are to undertake it with the owner
  /// @param historical whether its dates may lie in the past
  /// @param fictional whether its owner is invented
  public record Fresh(
      String owner,
      String ownRef,
      Undertaking told,
      List<String> with,
      boolean historical,
      boolean fictional) {}

  /// Numbers of all that somebody may work on and that match, in their order.
  @Transactional(readOnly = true)
  public List<Long> numbers(CommitmentFilter filter, Reach reach) {
    return query.work(filter, reach);
  }

  /// Those of these numbers, drafts too.
  @Transactional(readOnly = true)
  public List<Commitment> list(Collection<Long> ids) {
    return table.list(ids);
  }

  /// Those of these references (`CM-31`), drafts too.
  @Transactional(readOnly = true)
  public List<Commitment> find(Collection<String> refs) {
    return table.list(refs.stream().flatMap(it -> Commitments.number(it).stream()).toList());
  }

  /// Those that an import knows by these references of its own, drafts too.
  @Transactional(readOnly = true)
  public List<Commitment> findOwn(Collection<String> ownRefs) {
    return table.list(table.findOwnRefs(ownRefs));
  }

  /// All that everybody may read, as a table in the shape of the import.
  @Transactional(readOnly = true)
  public Sheet sheet() {
    return CommitmentSheet.of("commitments", table.list(query.all(CommitmentFilter.ALL)));
  }

  /// The columns of that table.
  public static List<String> columns() {
    return CommitmentSheet.HEADERS;
  }

  /// What is wrong with that, field by field.
  @Transactional(readOnly = true)
  public List<Fault> faults(Undertaking told, List<String> with, boolean historical) {
    return drafts.faults(told, with, historical);
  }

  /// Writes drafts that were found right.
  ///
  /// @return their numbers
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Long> insert(List<Fresh> all, @Nullable Long by) {
    Instant now = clock.instant();
    List<Long> ids = new ArrayList<>();
    for (Fresh it : all) {
      List<String> named = new ArrayList<>(List.of(it.owner()));
      named.addAll(it.with());
      long id =
          table.insert(
              it.owner(),
              it.ownRef(),
              it.told(),
              new CommitmentTable.Mark(
                  Measure.missing(it.told(), named.size()),
                  it.historical(),
                  it.fictional(),
                  now,
                  by));
      actors.name(id, named);
      ids.add(id);
    }
    return ids;
  }

  /// Publishes drafts.
  @Transactional(propagation = Propagation.MANDATORY)
  public void publish(List<Long> ids, @Nullable Long by) {
    Instant now = clock.instant();
    for (Commitment it : table.list(ids)) {
      if (!table.publish(it.id(), it.version(), now, by)) {
        throw changed(it);
      }
      actors.answer(it.id(), it.owner().key(), Answer.CONFIRMED, now, by);
    }
    List<Commitment> all = table.list(ids);
    stakeholders.publish(
        all.stream()
            .flatMap(it -> it.actors().stream())
            .map(it -> it.stakeholder().key())
            .distinct()
            .toList());
    tell(all, ActType.COMMITMENT_PUBLISHED, it -> What.PUBLISHED, "", now);
  }

  /// Changes them, each if it is still as it was seen. Of those that are public the reason is
  /// published; whoever confirmed one that reads otherwise is asked again.
  ///
  /// @throws DomainFailure answered with 412 when one of them was changed in the meantime
  @Transactional(propagation = Propagation.MANDATORY)
  public void change(List<Change> changes, String reason, @Nullable Long by) {
    Instant now = clock.instant();
    Set<Long> written = table.update(changes, now, by);
    changes.stream()
        .map(Change::before)
        .filter(it -> !written.contains(it.id()))
        .findFirst()
        .ifPresent(it -> {
          throw changed(it);
        });
    for (Change it : changes) {
      if (!it.with().equals(Drafts.with(it.before()))) {
        List<String> named = new ArrayList<>(List.of(it.before().owner().key()));
        named.addAll(it.with());
        actors.name(it.before().id(), named);
      }
    }
    List<Change> open = changes.stream().filter(it -> it.before().isPublic()).toList();
    List<Long> ofSubstance =
        open.stream().filter(Change::isOfSubstance).map(it -> it.before().id()).toList();
    actors.askAgain(ofSubstance);
    Set<Long> otherwise = Set.copyOf(ofSubstance);
    List<Commitment> all = table.list(open.stream().map(it -> it.before().id()).toList());
    tell(
        all,
        ActType.CORRECTION,
        it -> otherwise.contains(it.id()) ? What.CHANGED : What.FILED,
        reason.strip(),
        now);
  }

  private void tell(
      List<Commitment> all,
      ActType type,
      Function<Commitment, What> what,
      String reason,
      Instant now) {
    if (all.isEmpty()) {
      return;
    }
    versions.keep(all, reason, now);
    publicRecord.enter(all.stream().map(it -> new Act(type, CommitmentFacts.of(it))).toList());
    revision.touch();
    all.forEach(it -> events.publishEvent(new CommitmentChanged(it.id(), what.apply(it))));
  }

  private static DomainFailure changed(Commitment it) {
    return new DomainFailure(
        "COMM-002",
        "commitment.failure.changed",
        Map.of("ref", it.ref()),
        HttpStatus.PRECONDITION_FAILED);
  }
}
