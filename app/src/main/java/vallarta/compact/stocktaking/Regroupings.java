package vallarta.compact.stocktaking;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.consultation.Statement;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.store.Revision;
import vallarta.compact.store.Sha256;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Field;

/// What persons decide about groups: statements are split from one, two are joined, and either is
/// taken back, each with a reason that everybody reads.
@Service
public class Regroupings {

  private final RegroupingTable table;
  private final Groups groups;
  private final JdbcClient jdbc;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final Clock clock;

  Regroupings(
      RegroupingTable table,
      Groups groups,
      JdbcClient jdbc,
      PublicRecord publicRecord,
      Revision revision,
      Clock clock) {
    this.table = table;
    this.groups = groups;
    this.jdbc = jdbc;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.clock = clock;
  }

  /// The decisions that tell of a group, by its name or by a statement that is in it now, the first
  /// first.
  @Transactional(readOnly = true)
  public List<Regrouping> of(String group, Collection<StatementId> members) {
    Set<StatementId> all =
        Stream.concat(members.stream(), Stream.of(new StatementId(StatementGroup.number(group))))
            .collect(Collectors.toSet());
    return table.list().stream().filter(it -> all.stream().anyMatch(it::touches)).toList();
  }

  /// What became of a group, and what came into it, the first first.
  @Transactional(readOnly = true)
  public List<GroupEvent> events(String group) {
    return table.events(StatementGroup.number(group));
  }

  /// Takes statements out of a group; they stay together as far as their words are alike.
  @Transactional
  public Regrouping split(
      StatementGroup from, Collection<StatementId> statements, String reason, long by) {
    String why = reason(reason, from.id());
    groups.hold();
    Set<StatementId> out = new TreeSet<>(statements);
    if (out.isEmpty()) {
      throw failure("STOC-061", "stocktaking.failure.split-nothing", from.id());
    }
    Set<StatementId> members = members(from.id());
    for (StatementId it : out) {
      if (!members.contains(it)) {
        throw new DomainFailure(
            "STOC-062",
            "stocktaking.failure.split-other",
            Map.of("group", from.id(), "statement", it.toString()),
            HttpStatus.UNPROCESSABLE_ENTITY);
      }
    }
    List<Statement> stay = from.statements().stream().filter(it -> !out.contains(it.id())).toList();
    if (stay.isEmpty()) {
      throw failure("STOC-063", "stocktaking.failure.split-all", from.id());
    }
    return decide(
        Regrouping.Kind.SPLIT,
        from,
        null,
        List.copyOf(out),
        new StatementGroup(from.id(), stay).representative().id(),
        members,
        why,
        by);
  }

  /// Makes one group of two.
  @Transactional
  public Regrouping join(StatementGroup one, StatementGroup other, String reason, long by) {
    String why = reason(reason, one.id());
    groups.hold();
    if (one.id().equals(other.id())) {
      throw failure("STOC-064", "stocktaking.failure.join-itself", one.id());
    }
    Set<StatementId> members = members(one.id());
    members.addAll(members(other.id()));
    return decide(
        Regrouping.Kind.JOIN, one, other, List.of(), one.representative().id(), members, why, by);
  }

  /// Takes a decision back: words, and the decisions that are left, say what the groups are.
  @Transactional
  public Regrouping undo(String ref, String reason, long by) {
    String why = reason(reason, ref);
    groups.hold();
    long id = Regrouping.find(ref).flatMap(table::find).orElseThrow(() -> noDecision(ref)).id();
    if (!table.undo(id, new Regrouping.Undone(why, clock.instant()), by)) {
      throw new DomainFailure(
          "STOC-066", "stocktaking.failure.undone", Map.of("ref", ref), HttpStatus.CONFLICT);
    }
    groups.regroup(id, true);
    Regrouping undone = table.find(id).orElseThrow();
    publicRecord.enter(List.of(new Act(ActType.CORRECTION, RegroupingFacts.of(undone))));
    revision.touch();
    return undone;
  }

  private Regrouping decide(
      Regrouping.Kind kind,
      StatementGroup group,
      @Nullable StatementGroup joined,
      List<StatementId> statements,
      StatementId representative,
      Set<StatementId> members,
      String why,
      long by) {
    long id =
        table.insert(
            new Regrouping(
                0,
                kind,
                StatementGroup.number(group.id()),
                joined == null ? null : StatementGroup.number(joined.id()),
                statements,
                representative,
                newest(),
                members.size(),
                state(members),
                why,
                clock.instant(),
                null),
            by);
    groups.regroup(id, false);
    Regrouping decided = table.find(id).orElseThrow();
    publicRecord.enter(List.of(new Act(ActType.GROUP_DECIDED, RegroupingFacts.of(decided))));
    revision.touch();
    return decided;
  }

  private Set<StatementId> members(String group) {
    return new TreeSet<>(
        jdbc.sql("select statement from stocktaking.membership where group_number = :group")
            .param("group", StatementGroup.number(group))
            .query((row, n) -> new StatementId(row.getLong(1)))
            .list());
  }

  private StatementId newest() {
    return new StatementId(
        jdbc.sql("select coalesce(max(statement), 0) from stocktaking.membership")
            .query(Long.class)
            .single());
  }

  private static String state(Set<StatementId> members) {
    return Sha256.of(members.stream().map(it -> it.number() + "\n").collect(Collectors.joining()));
  }

  private static String reason(String sent, String ref) {
    String why = Field.text(sent, Field.TEXT);
    if (why.isEmpty()) {
      throw new DomainFailure(
          "STOC-060",
          "stocktaking.failure.regroup-why",
          Map.of("ref", ref),
          HttpStatus.UNPROCESSABLE_ENTITY);
    }
    return why;
  }

  private static DomainFailure noDecision(String ref) {
    return new DomainFailure(
        "STOC-065", "stocktaking.failure.no-decision", Map.of("ref", ref), HttpStatus.NOT_FOUND);
  }

  private static DomainFailure failure(String code, String key, String group) {
    return new DomainFailure(code, key, Map.of("group", group), HttpStatus.UNPROCESSABLE_ENTITY);
  }
}
