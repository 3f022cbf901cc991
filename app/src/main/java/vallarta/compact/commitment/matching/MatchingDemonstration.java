package vallarta.compact.commitment.matching;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.cli.Demonstration;
import vallarta.compact.cli.Progress;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;

/// Matches and links between the commitments of the demonstration: a need that is met, one that is
/// met in part, and a request that nobody has answered.
@Component
class MatchingDemonstration implements Demonstration {

  private final Matches matches;
  private final Links links;
  private final Commitments commitments;
  private final JdbcClient jdbc;

  MatchingDemonstration(Matches matches, Links links, Commitments commitments, JdbcClient jdbc) {
    this.matches = matches;
    this.links = links;
    this.commitments = commitments;
    this.jdbc = jdbc;
  }

  @Override
  public int order() {
    return 510;
  }

  @Override
  @Transactional
  public void load(Progress progress) {
    if (!matches.published().isEmpty()) {
      return;
    }
    match("DEMO-05", "DEMO-13", true);
    match("DEMO-01", "DEMO-03", true);
    match("DEMO-02", "DEMO-03", false);
    link("DEMO-03", Link.Kind.MATCHES, "DEMO-01");
    link("DEMO-05", Link.Kind.FOLLOWS, "DEMO-02");
  }

  /// The first need of one with the first offer of the same kind of the other.
  private void match(String needs, String offers, boolean confirmed) {
    Optional<Held> need = find(needs).flatMap(it -> held(it, Side.NEED).stream().findFirst());
    Optional<Held> offer =
        find(offers)
            .flatMap(it ->
                held(it, Side.OFFER).stream()
                    .filter(each ->
                        need.isPresent() && each.means().kind() == need.get().means().kind())
                    .findFirst());
    if (need.isPresent() && offer.isPresent()) {
      Match asked = matches.ask(offer.get(), need.get(), null);
      if (confirmed) {
        matches.confirm(asked, null);
      }
    }
  }

  private void link(String of, Link.Kind kind, String other) {
    Optional<Commitment> one = find(of);
    Optional<Commitment> two = find(other);
    if (one.isPresent() && two.isPresent()) {
      Link asked = links.ask(one.get(), two.get().ref(), kind, null);
      if (!asked.isPublic()) {
        links.confirm(asked, null);
      }
    }
  }

  private List<Held> held(Commitment of, Side side) {
    return matches
        .held(of.told().means().stream().map(it -> new MeansQuery.Place(of.id(), it.id())).toList())
        .stream()
        .filter(it -> it.side() == side)
        .toList();
  }

  private Optional<Commitment> find(String ownRef) {
    return jdbc.sql("select 'CM-' || id from commitment.commitment where own_ref = :ref")
        .param("ref", ownRef)
        .query(String.class)
        .optional()
        .flatMap(commitments::find);
  }
}
