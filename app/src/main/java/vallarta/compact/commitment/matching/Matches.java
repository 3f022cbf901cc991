package vallarta.compact.commitment.matching;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.CommitmentChanged;
import vallarta.compact.commitment.CommitmentChanged.What;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.commitment.Means;
import vallarta.compact.commitment.matching.Held.Counterpart;
import vallarta.compact.commitment.matching.Match.State;
import vallarta.compact.commitment.matching.MeansQuery.Place;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.store.Revision;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Field;

/// How a need and an offer are matched: one side asks, the other confirms or declines, and either
/// ends it with a reason. Who may speak for a side is asked by the pages.
@Service
class Matches {

  private final MatchTable table;
  private final MeansQuery query;
  private final Commitments commitments;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final Clock clock;

  Matches(
      MatchTable table,
      MeansQuery query,
      Commitments commitments,
      PublicRecord publicRecord,
      Revision revision,
      Clock clock) {
    this.table = table;
    this.query = query;
    this.commitments = commitments;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.clock = clock;
  }

  /// The means of that reference.
  ///
  /// @throws DomainFailure answered with 404, for one of a draft too
  @Transactional(readOnly = true)
  Held means(Side side, String ref) {
    return number(ref, "MN-")
        .flatMap(query::find)
        .flatMap(place -> held(List.of(place)).stream().findFirst())
        .filter(it -> it.side() == side)
        .orElseThrow(() -> missing(ref));
  }

  /// Those at these places, in their order.
  @Transactional(readOnly = true)
  List<Held> held(List<Place> places) {
    Set<Long> numbers = places.stream().map(Place::means).collect(Collectors.toSet());
    List<Match> matches = numbers.isEmpty() ? List.of() : table.confirmed(numbers);
    Set<Long> all = new LinkedHashSet<>(places.stream().map(Place::commitment).toList());
    matches.forEach(it -> all.addAll(List.of(it.needOf(), it.offerOf())));
    Map<Long, Commitment> known = known(all);
    List<Held> held = new ArrayList<>();
    for (Place place : places) {
      Commitment of = known.get(place.commitment());
      if (of != null) {
        means(of, place.means()).ifPresent(it -> held.add(held(of, it, matches, known)));
      }
    }
    return held;
  }

  /// The match of that reference with what stands on both sides.
  ///
  /// @throws DomainFailure answered with 404
  @Transactional(readOnly = true)
  Pair get(String ref) {
    return number(ref, "MT-")
        .flatMap(table::find)
        .flatMap(it -> pairs(List.of(it)).stream().findFirst())
        .orElseThrow(() -> missing(ref));
  }

  /// Those that everybody may see.
  @Transactional(readOnly = true)
  List<Pair> published() {
    return pairs(table.published());
  }

  /// Those that were asked of or by these owners and not answered.
  @Transactional(readOnly = true)
  List<Pair> asked(Collection<String> owners) {
    return pairs(table.asked(owners));
  }

  /// Those of a commitment.
  @Transactional(readOnly = true)
  List<Pair> of(long commitment) {
    return pairs(table.of(List.of(commitment)));
  }

  /// One side asks the other to say that the offer meets the need.
  ///
  /// @param own of the side that asks
  @Transactional
  Match ask(Held own, Held other, @Nullable Long account) {
    if (own.side() == other.side()) {
      throw failure("COMM-151", "same-side", HttpStatus.UNPROCESSABLE_ENTITY, own, other);
    }
    if (own.of().owner().key().equals(other.of().owner().key())) {
      throw failure("COMM-152", "same-owner", HttpStatus.UNPROCESSABLE_ENTITY, own, other);
    }
    for (Held it : List.of(own, other)) {
      if (it.of().state() != Commitment.State.PUBLISHED) {
        throw failure("COMM-153", "withdrawn", HttpStatus.CONFLICT, it, other);
      }
    }
    Held need = own.side() == Side.NEED ? own : other;
    Held offer = own.side() == Side.NEED ? other : own;
    long id =
        table
            .ask(need, offer, own.side(), clock.instant(), account)
            .orElseThrow(() -> failure("COMM-154", "already", HttpStatus.CONFLICT, need, offer));
    return table.find(id).orElseThrow();
  }

  /// The side that was asked says yes: from now on everybody sees it.
  @Transactional
  Match confirm(Match it, @Nullable Long account) {
    if (!table.confirm(it.id(), clock.instant(), account)) {
      throw state(it);
    }
    return entered(it, ActType.MEANS_MATCHED);
  }

  /// The side that was asked says no, with or without a reason, which both sides alone see.
  @Transactional
  Match decline(Match it, String reason, @Nullable Long account) {
    String why = Field.text(reason, Field.TEXT);
    if (!table.close(
        asked(it), State.DECLINED, it.askedBy().other(), why, clock.instant(), account)) {
      throw state(it);
    }
    return table.find(it.id()).orElseThrow();
  }

  /// One side ends what holds, with a reason that is published; or takes back what it asked.
  @Transactional
  Match end(Match it, Side by, String reason, @Nullable Long account) {
    String why = Field.text(reason, Field.TEXT);
    if (it.state() == State.ASKED && by == it.askedBy()) {
      if (!table.close(it, State.TAKEN_BACK, by, why, clock.instant(), account)) {
        throw state(it);
      }
      return table.find(it.id()).orElseThrow();
    }
    if (it.state() != State.CONFIRMED) {
      throw state(it);
    }
    if (why.isEmpty()) {
      throw new DomainFailure(
          "COMM-156",
          "commitment.failure.match.why",
          Map.of("ref", it.ref()),
          HttpStatus.UNPROCESSABLE_ENTITY);
    }
    if (!table.close(it, State.ENDED, by, why, clock.instant(), account)) {
      throw state(it);
    }
    return entered(it, ActType.CORRECTION);
  }

  /// What is matched is not taken out of its commitment without a word; and what is withdrawn meets
  /// nothing any more.
  @EventListener
  void on(CommitmentChanged change) {
    if (change.by() == What.CHANGED) {
      table.broken(change.id()).stream()
          .findFirst()
          .ifPresent(it -> {
            throw new DomainFailure(
                "COMM-157",
                "commitment.failure.match.taken-out",
                Map.of(
                    "means",
                    it.needOf() == change.id() ? it.needRef() : it.offerRef(),
                    "ref",
                    it.ref()),
                HttpStatus.CONFLICT);
          });
    } else if (change.by() == What.WITHDRAWN) {
      withdrawn(commitments.get("CM-" + change.id()));
    }
  }

  private void withdrawn(Commitment of) {
    for (Match it : table.of(List.of(of.id())).stream().filter(Match::isOpen).toList()) {
      Side by = it.needOf() == of.id() ? Side.NEED : Side.OFFER;
      boolean held = it.state() == State.CONFIRMED;
      State to = held ? State.ENDED : by == it.askedBy() ? State.TAKEN_BACK : State.DECLINED;
      table.close(it, to, by, of.withdrawnReason(), clock.instant(), null);
      if (held) {
        entered(it, ActType.CORRECTION);
      }
    }
  }

  private Match entered(Match before, ActType type) {
    Match after = table.find(before.id()).orElseThrow();
    publicRecord.enter(List.of(new Act(type, MatchFacts.of(after))));
    revision.touch();
    return after;
  }

  private static Match asked(Match it) {
    if (it.state() != State.ASKED) {
      throw state(it);
    }
    return it;
  }

  private List<Pair> pairs(List<Match> matches) {
    Set<Long> all = new LinkedHashSet<>();
    matches.forEach(it -> all.addAll(List.of(it.needOf(), it.offerOf())));
    Map<Long, Commitment> known = known(all);
    return matches.stream()
        .map(it ->
            new Pair(
                it,
                java.util.Objects.requireNonNull(known.get(it.needOf())),
                java.util.Objects.requireNonNull(known.get(it.offerOf()))))
        .toList();
  }

  private Map<Long, Commitment> known(Collection<Long> ids) {
    Map<Long, Commitment> known = new HashMap<>();
    commitments.list(ids).forEach(it -> known.put(it.id(), it));
    return known;
  }

  private static Held held(
      Commitment of, Means means, List<Match> matches, Map<Long, Commitment> known) {
    List<Counterpart> met = new ArrayList<>();
    for (Match it : matches) {
      boolean isNeed = it.need() == means.id();
      if (isNeed || it.offer() == means.id()) {
        Commitment other = known.get(isNeed ? it.offerOf() : it.needOf());
        if (other != null) {
          means(other, isNeed ? it.offer() : it.need())
              .ifPresent(theirs -> met.add(new Counterpart(it, other, theirs)));
        }
      }
    }
    return new Held(of, means, met);
  }

  static Optional<Means> means(Commitment of, long id) {
    return of.told().means().stream().filter(it -> it.id() == id).findFirst();
  }

  private static Optional<Long> number(String ref, String letters) {
    return ref.matches(letters + "[1-9][0-9]{0,17}")
        ? Optional.of(Long.parseLong(ref.substring(letters.length())))
        : Optional.empty();
  }

  static DomainFailure missing(String ref) {
    return new DomainFailure(
        "COMM-150", "commitment.failure.match.none", Map.of("ref", ref), HttpStatus.NOT_FOUND);
  }

  private static DomainFailure state(Match it) {
    return new DomainFailure(
        "COMM-155", "commitment.failure.match.state", Map.of("ref", it.ref()), HttpStatus.CONFLICT);
  }

  private static DomainFailure failure(
      String code, String key, HttpStatus status, Held one, Held other) {
    return new DomainFailure(
        code,
        "commitment.failure.match." + key,
        Map.of(
            "one", one.means().ref(),
            "other", other.means().ref(),
            "commitment", one.of().ref()),
        status);
  }
}
