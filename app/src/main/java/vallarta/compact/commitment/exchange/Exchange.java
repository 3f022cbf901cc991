package vallarta.compact.commitment.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vallarta.compact.commitment.Change;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.CommitmentRegister;
import vallarta.compact.commitment.CommitmentRegister.Fresh;
import vallarta.compact.commitment.Undertaking;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.table.ImportResult;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Problem.Rule;
import vallarta.compact.table.RowCheck;
import vallarta.compact.table.Sheet;
import vallarta.compact.table.Table;

/// Commitments in and out. An import is whole or not at all, finds by reference what is there, and
/// changes nothing the second time.
@Service
class Exchange {

  private static final String WHAT = "commitments";

  private final CommitmentRegister register;
  private final Stakeholders stakeholders;
  private final TransactionTemplate transaction;

  Exchange(
      CommitmentRegister register, Stakeholders stakeholders, TransactionTemplate transaction) {
    this.register = register;
    this.stakeholders = stakeholders;
    this.transaction = transaction;
  }

  /// All that are public, in the shape of the import.
  Sheet sheet() {
    return register.sheet();
  }

  /// @param file as it arrived
  Outcome run(Table file, Order order, Hand hand) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          Reading reading = new Reading(file, order, hand);
          List<Problem> problems = reading.read();
          boolean write = !order.dryRun() && (problems.isEmpty() || order.skipBadRows());
          if (write) {
            reading.write();
          }
          ImportResult result =
              new ImportResult(
                  WHAT,
                  file.rows().size(),
                  write ? reading.lines.size() : 0,
                  problems,
                  order.dryRun());
          return new Outcome(result, reading.lines, reading.same);
        }));
  }

  /// One import: what is there is read first, then every row is held against it, then all is
  /// written together.
  private final class Reading {

    private final Table table;
    private final Order order;
    private final Hand hand;
    private final RowCheck check = new RowCheck();
    private final Actors actors;
    private final Merge merge;
    private final Map<String, Commitment> there = new HashMap<>();
    private final List<Fresh> fresh = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Outcome.Line> lines = new ArrayList<>();
    private int same;

    Reading(Table file, Order order, Hand hand) {
      this.table = file.exact(order.columns());
      this.order = order;
      this.hand = hand;
      this.actors = new Actors(stakeholders.list(), order.register());
      this.merge = new Merge(table, check, order, hand, actors::key);
    }

    List<Problem> read() {
      boolean named = table.has("id") || table.has("ref");
      if (!named && !check.columns(table, "actors", "text")) {
        return inFile();
      }
      List<Group> groups = Groups.of(table, check);
      known(groups);
      groups.forEach(this::read);
      if (order.reason().isBlank() && changes.stream().anyMatch(it -> it.before().isPublic())) {
        return with(new Problem(1, "reason", "", Rule.REQUIRED, List.of()));
      }
      return inFile();
    }

    private void known(List<Group> groups) {
      register
          .find(groups.stream().map(Group::id).filter(it -> !it.isEmpty()).toList())
          .forEach(it -> there.put(it.ref(), it));
      register
          .findOwn(groups.stream().map(Group::ref).filter(it -> !it.isEmpty()).toList())
          .forEach(it -> there.put("ref " + it.ownRef(), it));
    }

    private void read(Group group) {
      int before = check.count();
      Commitment is = find(group);
      if (check.count() > before) {
        return;
      }
      if (is != null && !hand.sees(is)) {
        unseen(group, is);
        return;
      }
      List<String> all = merge.actors(group, is);
      Undertaking told = merge.undertaking(group, is);
      actors(group, is, all);
      if (check.count() > before || all.isEmpty()) {
        return;
      }
      List<String> with = all.subList(1, all.size());
      boolean past = order.historical() || is != null && (is.historical() || is.isPublic());
      Places places = new Places(group, check);
      register
          .faults(told, with.stream().filter(actors::isRegistered).toList(), past)
          .forEach(places::tell);
      if (check.count() == before) {
        keep(group, is, told, all);
      }
    }

    /// A draft of others under the same reference: what stands in it is not told.
    private void unseen(Group group, Commitment is) {
      RowCheck apart = new RowCheck();
      Merge quiet = new Merge(table, apart, order, Hand.OPERATOR, actors::key);
      List<String> all = quiet.actors(group, is);
      Undertaking told = quiet.undertaking(group, is);
      boolean isSame =
          apart.count() == 0
              && !all.isEmpty()
              && !new Change(is, told, all.subList(1, all.size())).isOne();
      if (isSame) {
        same++;
      } else {
        check.add(group.row(), "ref", Rule.NOT_YOURS, List.of());
      }
    }

    private @Nullable Commitment find(Group group) {
      Commitment byRef = group.ref().isEmpty() ? null : there.get("ref " + group.ref());
      if (group.id().isEmpty()) {
        return byRef;
      }
      Commitment byId = there.get(group.id());
      if (byId == null || !hand.sees(byId)) {
        check.add(group.row(), "id", Rule.UNKNOWN_REFERENCE, List.of());
      } else if (!group.ref().isEmpty() && !group.ref().equals(byId.ownRef())) {
        check.add(group.row(), "ref", Rule.NOT_YOURS, List.of(byId.ownRef()));
      }
      return byId;
    }

    private void actors(Group group, @Nullable Commitment is, List<String> all) {
      if (all.isEmpty()) {
        check.add(group.row(), "actors", Rule.REQUIRED, List.of());
        return;
      }
      if (!all.stream().allMatch(actors::knows)) {
        check.add(group.row(), "actors", Rule.UNKNOWN_REFERENCE, List.of());
      }
      String owner = is == null ? hand.owner() : is.owner().key();
      if (!owner.isEmpty() && !owner.equals(all.getFirst())) {
        check.add(group.row(), "actors", Rule.NOT_YOURS, List.of(owner));
      }
    }

    private void keep(Group group, @Nullable Commitment is, Undertaking told, List<String> all) {
      long row = group.row().number();
      List<String> with = all.subList(1, all.size());
      if (is == null) {
        String owner = all.getFirst();
        fresh.add(
            new Fresh(
                owner, group.ref(), told, with, order.historical(), actors.isFictional(owner)));
        lines.add(new Outcome.Line(row, group.ref(), told.title(), true));
        return;
      }
      Change change = new Change(is, told, with);
      if (!change.isOne()) {
        same++;
        return;
      }
      if (!hand.changes(is)) {
        check.add(group.row(), group.id().isEmpty() ? "ref" : "id", Rule.NOT_YOURS, List.of());
        return;
      }
      changes.add(change);
      lines.add(new Outcome.Line(row, is.ref(), told.title(), false));
    }

    void write() {
      if (!actors.fresh().isEmpty()) {
        stakeholders.keep(actors.fresh());
      }
      List<Long> written = register.insert(fresh, hand.account());
      for (int from = 0; from < changes.size(); from += CommitmentRegister.AT_A_TIME) {
        int to = Math.min(changes.size(), from + CommitmentRegister.AT_A_TIME);
        register.change(changes.subList(from, to), order.reason(), hand.account());
      }
      if (order.publish() && hand.binds()) {
        register.publish(written, hand.account());
      }
    }

    /// The problems under the headers of the file.
    private List<Problem> inFile() {
      return check.problems().stream()
          .map(it ->
              new Problem(
                  it.file(),
                  it.row(),
                  order.columns().getOrDefault(it.column(), it.column()),
                  it.value(),
                  it.rule(),
                  it.allowed()))
          .toList();
    }

    private List<Problem> with(Problem more) {
      List<Problem> all = new ArrayList<>(inFile());
      all.add(more);
      return all;
    }
  }
}
