package vallarta.compact.review.cycle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.commitment.Means;

/// The commitments that are declared done, each with the signs of its risk.
@Component
class Candidates {

  /// Fewer amounts in a unit tell nothing of what is usual.
  private static final int ENOUGH = 3;

  private static final BigDecimal TWICE = BigDecimal.TWO;

  /// What others and earlier reviews say of one.
  private record Known(
      long commitment, long evidence, long others, long against, long partly, boolean assessed) {}

  private final JdbcClient jdbc;
  private final Commitments commitments;

  Candidates(JdbcClient jdbc, Commitments commitments) {
    this.jdbc = jdbc;
    this.commitments = commitments;
  }

  List<Sample.Candidate> list() {
    Map<Long, Known> known =
        known().stream().collect(Collectors.toMap(Known::commitment, Function.identity()));
    List<Commitment> done =
        commitments.list(known.keySet()).stream()
            .filter(it -> it.state() == Commitment.State.PUBLISHED)
            .toList();
    Map<String, BigDecimal> usual = usual(done);
    List<Sample.Candidate> candidates = new ArrayList<>();
    for (Commitment it : done) {
      Known said = known.get(it.id());
      if (said != null) {
        candidates.add(new Sample.Candidate(it.id(), signs(it, said, usual)));
      }
    }
    return candidates;
  }

  private static Set<Sign> signs(Commitment it, Known said, Map<String, BigDecimal> usual) {
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    if (said.evidence() == 0) {
      signs.add(Sign.NO_EVIDENCE);
    } else if (said.others() == 0) {
      signs.add(Sign.OWN_EVIDENCE);
    }
    if (said.against() > 0) {
      signs.add(Sign.QUESTIONED);
    } else if (said.partly() > 0) {
      signs.add(Sign.PARTLY_QUESTIONED);
    }
    if (!it.isMeasurable()) {
      signs.add(Sign.UNMEASURABLE);
    }
    if (it.told().means().stream().anyMatch(means -> isLarge(means, usual))) {
      signs.add(Sign.LARGE_MEANS);
    }
    if (!said.assessed()) {
      signs.add(Sign.NEVER_ASSESSED);
    }
    return signs;
  }

  private static boolean isLarge(Means it, Map<String, BigDecimal> usual) {
    BigDecimal amount = it.amount();
    BigDecimal middle = usual.get(it.unit());
    return amount != null && middle != null && amount.compareTo(middle.multiply(TWICE)) >= 0;
  }

  /// The median of the amounts in each unit.
  private static Map<String, BigDecimal> usual(List<Commitment> all) {
    Map<String, List<BigDecimal>> amounts = new HashMap<>();
    for (Commitment it : all) {
      for (Means means : it.told().means()) {
        BigDecimal amount = means.amount();
        if (amount != null) {
          amounts.computeIfAbsent(means.unit(), unit -> new ArrayList<>()).add(amount);
        }
      }
    }
    Map<String, BigDecimal> usual = new HashMap<>();
    amounts.forEach((unit, some) -> {
      if (some.size() >= ENOUGH) {
        usual.put(unit, some.stream().sorted().toList().get((some.size() - 1) / 2));
      }
    });
    return usual;
  }

  private List<Known> known() {
    return jdbc.sql(
            """
            with done as (select commitment from review.standing where standing = 'done'),
            evidence as (
              select r.commitment, e.independence from review.evidence e
              join review.report r on e.about = 'RP-' || r.id and r.state = 'published'
              union all
              select p.commitment, 'third-party' from review.evidence e
              join review.parallel p on e.about = 'PL-' || p.id and p.state = 'published' and p.agrees = 'yes'),
            counted as (
              select commitment, count(*) as pieces, count(*) filter (where independence <> 'own') as others
              from evidence group by commitment),
            said as (
              select commitment, count(*) filter (where agrees = 'no') as against,
                count(*) filter (where agrees = 'in-part') as partly
              from review.parallel where state = 'published' group by commitment)
            select d.commitment, coalesce(c.pieces, 0), coalesce(c.others, 0), coalesce(s.against, 0),
              coalesce(s.partly, 0),
              exists (select 1 from review.finding f where f.commitment = d.commitment and f.published_at is not null)
            from done d left join counted c using (commitment) left join said s using (commitment)
            """)
        .query((row, n) ->
            new Known(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getBoolean(6)))
        .list();
  }
}
