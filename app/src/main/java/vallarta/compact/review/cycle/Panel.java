package vallarta.compact.review.cycle;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vallarta.compact.access.Role;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.participation.Mandate;
import vallarta.compact.participation.Mandates;
import vallarta.compact.participation.Person;
import vallarta.compact.participation.Persons;

/// The reviewers: who is asked to assess what, two for each commitment, whoever has least to do
/// first, and nobody what is their own.
@Component
class Panel {

  /// How many assess each commitment.
  static final int EACH = 2;

  private final Mandates mandates;
  private final Persons persons;
  private final Commitments commitments;
  private final Grants grants;
  private final AssessmentTable table;
  private final Clock clock;

  Panel(
      Mandates mandates,
      Persons persons,
      Commitments commitments,
      Grants grants,
      AssessmentTable table,
      Clock clock) {
    this.mandates = mandates;
    this.persons = persons;
    this.commitments = commitments;
    this.grants = grants;
    this.table = table;
    this.clock = clock;
  }

  /// The accounts of those who are reviewers now.
  Set<Long> members() {
    Set<Long> accounts = new HashSet<>();
    for (Mandate held : mandates.inRole(Role.REVIEWER)) {
      if (held.person().account() != 0) {
        accounts.add(held.person().account());
      }
    }
    return accounts;
  }

  /// Why that reviewer may not assess that commitment, empty when they may.
  Optional<Ground> bars(long account, long commitment) {
    return bars(account, parties(commitment));
  }

  private Optional<Ground> bars(long account, Recusal.Parties parties) {
    Optional<Person> person = persons.findByAccount(account);
    List<Mandate> held = person.map(it -> mandates.ofPerson(it.id())).orElse(List.of());
    return Recusal.of(held, parties);
  }

  /// Asks reviewers for each commitment of a review until two are asked, or nobody is left. Those
  /// who are kept out are noted.
  void fill(Review review) {
    Set<Long> members = members();
    for (Review.Drawn drawn : review.sample()) {
      release(review.id(), drawn.commitment(), members);
      fill(review, drawn.commitment(), members);
    }
  }

  /// Whoever is a reviewer no longer is not waited for.
  private void release(long review, long commitment, Set<Long> members) {
    for (Assessment it : table.of(review, commitment)) {
      if (it.state() == Assessment.State.ASKED && !members.contains(it.reviewer())) {
        table.recuse(it.id(), Ground.SAID, "");
      }
    }
  }

  private void fill(Review review, long commitment, Set<Long> members) {
    List<Assessment> there = table.of(review.id(), commitment);
    Set<Long> known = new HashSet<>(there.stream().map(Assessment::reviewer).toList());
    int missing = EACH - (int) there.stream().filter(it -> it.recused() == null).count();
    if (missing <= 0) {
      return;
    }
    Instant now = clock.instant();
    Recusal.Parties parties = parties(commitment);
    Map<Long, Integer> load = table.load(review.id());
    List<Long> order =
        members.stream()
            .filter(it -> !known.contains(it))
            .sorted(
                Comparator.comparingInt((Long it) -> load.getOrDefault(it, 0))
                    .thenComparingDouble(
                        it -> Sample.chance(review.seed() + " CM-" + commitment + " " + it)))
            .toList();
    for (long account : order) {
      Optional<Ground> bars = bars(account, parties);
      if (bars.isPresent() || missing > 0) {
        table.insert(review.id(), commitment, account, bars.orElse(null), now);
        missing -= bars.isPresent() ? 0 : 1;
      }
    }
  }

  private Recusal.Parties parties(long commitment) {
    Commitment it = commitments.get("CM-" + commitment);
    return new Recusal.Parties(
        it.actors().stream().map(Commitment.Actor::stakeholder).toList(),
        grants.partners(commitment));
  }
}
