package vallarta.compact.commitment.matching;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.store.Revision;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Field;

/// How one commitment comes to be linked with another: the owner of one asks, that of the other
/// confirms, and either ends it. Between two of the same owner it holds at once.
@Service
class Links {

  private final LinkTable table;
  private final Commitments commitments;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final Clock clock;

  Links(
      LinkTable table,
      Commitments commitments,
      PublicRecord publicRecord,
      Revision revision,
      Clock clock) {
    this.table = table;
    this.commitments = commitments;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.clock = clock;
  }

  /// Those of a commitment that wait or hold, in both directions.
  @Transactional(readOnly = true)
  List<Link> of(long commitment) {
    return table.of(commitment);
  }

  /// The one of that number, if it is of that commitment.
  ///
  /// @throws DomainFailure answered with 404
  @Transactional(readOnly = true)
  Link get(Commitment of, String ref) {
    return (ref.matches("CL-[1-9][0-9]{0,17}")
            ? table.find(Long.parseLong(ref.substring(3)))
            : java.util.Optional.<Link>empty())
        .filter(it -> it.commitment() == of.id() || it.other() == of.id())
        .orElseThrow(() -> Matches.missing(ref));
  }

  @Transactional
  Link ask(Commitment of, String otherRef, Link.Kind kind, @Nullable Long account) {
    Commitment other = commitments.find(otherRef).orElseThrow(() -> unknown(otherRef));
    if (other.id() == of.id()) {
      throw unknown(otherRef);
    }
    if (of.state() != Commitment.State.PUBLISHED) {
      throw failure("COMM-161", "withdrawn", of, other);
    }
    if (table.isOpen(of.id(), other.id(), kind)) {
      throw failure("COMM-162", "already", of, other);
    }
    Instant now = clock.instant();
    long id =
        table
            .ask(of.id(), other.id(), kind, now, account)
            .orElseThrow(() -> failure("COMM-162", "already", of, other));
    Link asked = table.find(id).orElseThrow();
    return of.owner().key().equals(other.owner().key()) ? confirm(asked, account) : asked;
  }

  @Transactional
  Link confirm(Link it, @Nullable Long account) {
    if (!table.confirm(it.id(), clock.instant(), account)) {
      throw state(it);
    }
    return entered(it, ActType.COMMITMENTS_LINKED);
  }

  @Transactional
  void decline(Link it, String reason, @Nullable Long account) {
    String why = Field.text(reason, Field.TEXT);
    if (it.state() != Link.State.ASKED
        || !table.close(it, Link.State.DECLINED, why, clock.instant(), account)) {
      throw state(it);
    }
  }

  /// One side ends it: what holds with a reason that is published.
  @Transactional
  void end(Link it, String reason, @Nullable Long account) {
    String why = Field.text(reason, Field.TEXT);
    if (it.state() == Link.State.ASKED) {
      decline(it, why, account);
      return;
    }
    if (it.state() == Link.State.CONFIRMED && why.isEmpty()) {
      throw new DomainFailure(
          "COMM-156",
          "commitment.failure.match.why",
          Map.of("ref", it.ref()),
          HttpStatus.UNPROCESSABLE_ENTITY);
    }
    if (it.state() != Link.State.CONFIRMED
        || !table.close(it, Link.State.ENDED, why, clock.instant(), account)) {
      throw state(it);
    }
    entered(it, ActType.CORRECTION);
  }

  private Link entered(Link before, ActType type) {
    Link after = table.find(before.id()).orElseThrow();
    publicRecord.enter(List.of(new Act(type, MatchFacts.of(after))));
    revision.touch();
    return after;
  }

  private static DomainFailure unknown(String ref) {
    return new DomainFailure(
        "COMM-160",
        "commitment.failure.link.unknown",
        Map.of("ref", ref.length() > 40 ? ref.substring(0, 40) + "…" : ref),
        HttpStatus.UNPROCESSABLE_ENTITY);
  }

  private static DomainFailure state(Link it) {
    return new DomainFailure(
        "COMM-155", "commitment.failure.match.state", Map.of("ref", it.ref()), HttpStatus.CONFLICT);
  }

  private static DomainFailure failure(String code, String key, Commitment of, Commitment other) {
    return new DomainFailure(
        code,
        "commitment.failure.link." + key,
        Map.of("one", of.ref(), "other", other.ref()),
        HttpStatus.CONFLICT);
  }
}
