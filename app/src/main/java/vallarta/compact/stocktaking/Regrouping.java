package vallarta.compact.stocktaking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vallarta.compact.consultation.StatementId;
import vallarta.engine.similarity.Similarity;

/// A person's decision that statements leave a group, or that two groups are one. It is laid over
/// what the words alone say each time that groups are found, so it holds whatever comes later.
///
/// @param group number of the group at the time
/// @param joined number of the group that was joined with it, null for a split
/// @param statements those that were taken out, none for a join
/// @param representative stood for those that stayed
/// @param newest the newest statement there was
/// @param volume how many statements the group or groups held
/// @param state SHA-256 of their numbers, one a line
/// @param undone null while it is in force
public record Regrouping(
    long id,
    Kind kind,
    long group,
    @Nullable Long joined,
    List<StatementId> statements,
    StatementId representative,
    StatementId newest,
    int volume,
    String state,
    String reason,
    Instant decidedAt,
    @Nullable Undone undone) {

  /// What was decided.
  public enum Kind {
    SPLIT,
    JOIN;

    /// The word in tables, addresses and strings: `split`.
    public String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// That it was taken back, with the reason.
  public record Undone(String reason, Instant at) {}

  private static final Pattern REF = Pattern.compile("RG-([0-9]{1,18})");

  /// Its reference in the public record: `RG-3`.
  public String ref() {
    return "RG-" + id;
  }

  static Optional<Long> find(String ref) {
    Matcher matcher = REF.matcher(ref);
    return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
  }

  /// The group that was joined, by its reference; empty for a split.
  public String joinedRef() {
    return joined == null ? "" : StatementGroup.id(joined);
  }

  /// Whether it tells of that statement or of a group that was named by it.
  boolean touches(StatementId statement) {
    return statement.number() == group
        || joined != null && statement.number() == joined
        || statements.contains(statement);
  }

  /// What becomes of the groups that words alone make under decisions, in the order of these.
  ///
  /// @param found number of the group by statement
  /// @param decisions those in force, the first first
  /// @param texts of statements that came after a split
  static Map<StatementId, Long> apply(
      Map<StatementId, Long> found,
      List<Regrouping> decisions,
      Function<Collection<StatementId>, Map<StatementId, String>> texts) {
    if (decisions.isEmpty()) {
      return found;
    }
    Map<StatementId, Long> groups = new HashMap<>(found);
    Map<Long, Set<StatementId>> members = new HashMap<>();
    found.forEach(
        (statement, group) -> members.computeIfAbsent(group, it -> new HashSet<>()).add(statement));
    for (Regrouping it : decisions) {
      switch (it.kind) {
        case JOIN -> it.join(groups, members);
        case SPLIT -> it.split(groups, members, texts);
      }
    }
    return groups;
  }

  private void join(Map<StatementId, Long> groups, Map<Long, Set<StatementId>> members) {
    Long one = groups.get(new StatementId(group));
    Long other = joined == null ? null : groups.get(new StatementId(joined));
    if (one != null && other != null && !one.equals(other)) {
      Set<StatementId> all = new HashSet<>(members.getOrDefault(one, Set.of()));
      all.addAll(members.getOrDefault(other, Set.of()));
      members.remove(one);
      members.remove(other);
      settle(all, groups, members);
    }
  }

  private void split(
      Map<StatementId, Long> groups,
      Map<Long, Set<StatementId>> members,
      Function<Collection<StatementId>, Map<StatementId, String>> texts) {
    Map<Long, Set<StatementId>> taken = new TreeMap<>();
    for (StatementId statement : statements) {
      Long in = groups.get(statement);
      if (in != null) {
        taken.computeIfAbsent(in, it -> new HashSet<>()).add(statement);
      }
    }
    taken.forEach((from, out) -> {
      Set<StatementId> stay = new HashSet<>(members.getOrDefault(from, Set.of()));
      stay.removeAll(out);
      List<StatementId> nearer = nearer(out, stay, texts);
      out.addAll(nearer);
      nearer.forEach(stay::remove);
      if (!stay.isEmpty()) {
        members.remove(from);
        settle(out, groups, members);
        settle(stay, groups, members);
      }
    });
  }

  /// Those that came after the decision and are nearer to the words that were taken out than to
  /// those that stayed.
  private List<StatementId> nearer(
      Set<StatementId> out,
      Set<StatementId> stay,
      Function<Collection<StatementId>, Map<StatementId, String>> texts) {
    List<StatementId> later =
        stay.stream().filter(it -> it.compareTo(newest) > 0).sorted().toList();
    if (later.isEmpty()) {
      return List.of();
    }
    Set<StatementId> asked = new HashSet<>(later);
    asked.addAll(out);
    asked.add(representative);
    Map<StatementId, String> of = texts.apply(asked);
    Set<String> outside = new HashSet<>();
    out.forEach(it -> outside.add(of.getOrDefault(it, "")));
    String inside = of.getOrDefault(representative, "");
    List<StatementId> nearer = new ArrayList<>();
    for (StatementId it : later) {
      String text = of.getOrDefault(it, "");
      double likeThose =
          outside.stream().mapToDouble(other -> Similarity.of(text, other)).max().orElse(0);
      if (likeThose > Similarity.of(text, inside)) {
        nearer.add(it);
      }
    }
    return nearer;
  }

  private static void settle(
      Set<StatementId> of, Map<StatementId, Long> groups, Map<Long, Set<StatementId>> members) {
    long number = of.stream().min(Comparator.naturalOrder()).orElseThrow().number();
    of.forEach(it -> groups.put(it, number));
    members.put(number, of);
  }
}
