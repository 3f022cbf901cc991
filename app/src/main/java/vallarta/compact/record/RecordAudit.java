package vallarta.compact.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vallarta.engine.tlog.DirectorySource;
import vallarta.engine.tlog.LogReader;
import vallarta.engine.tlog.Merkle;
import vallarta.engine.tlog.Refused;

/// Holds rows, record and log against each other. It reads everything, and changes nothing.
@Service
public class RecordAudit {

  private static final int AT_A_TIME = 1_000;

  private final List<RecordedFacts> stages;
  private final EntryReader entries;
  private final Checkpoints checkpoints;
  private final LogFiles files;

  RecordAudit(
      List<RecordedFacts> stages, EntryReader entries, Checkpoints checkpoints, LogFiles files) {
    this.stages = stages;
    this.entries = entries;
    this.checkpoints = checkpoints;
    this.files = files;
  }

  /// What a check found.
  ///
  /// @param objects how many published objects were compared with their entries
  /// @param entries how many entries were compared with the log
  public record Report(long objects, long entries, List<Finding> findings) {

    public boolean whole() {
      return findings.isEmpty();
    }
  }

  /// Checks all of it, at one moment of the store.
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Report check() {
    List<Finding> findings = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (RecordedFacts stage : stages) {
      List<Facts> page = new ArrayList<>();
      stage.forEach(facts -> {
        seen.add(facts.of());
        page.add(facts);
        if (page.size() == AT_A_TIME) {
          compare(page, findings);
          page.clear();
        }
      });
      compare(page, findings);
    }
    long checked = checkEntries(seen, findings);
    checkpoints.gaps().forEach(index -> findings.add(new Finding.MissingIndex(index)));
    return new Report(seen.size(), checked, List.copyOf(findings));
  }

  private void compare(List<Facts> objects, List<Finding> findings) {
    Map<String, Entry> latest = entries.latest(objects.stream().map(Facts::of).toList());
    for (Facts now : objects) {
      Entry entry = latest.get(now.of());
      if (entry == null) {
        findings.add(new Finding.MissingEntry(now.of()));
      } else {
        compare(now, entry, findings);
      }
    }
  }

  private static void compare(Facts now, Entry entry, List<Finding> findings) {
    Set<String> names = new TreeSet<>(now.fields().keySet());
    entry.disclosures().forEach(it -> names.add(it.name()));
    for (String name : names) {
      Disclosure recorded = entry.find(name).orElse(null);
      if (recorded != null && recorded.isRedacted()) {
        continue;
      }
      String said = recorded == null ? "" : String.valueOf(recorded.value());
      String says = now.fields().getOrDefault(name, "");
      if (!said.equals(says)) {
        findings.add(new Finding.ChangedValue(now.of(), name, said, says));
      }
    }
  }

  private long checkEntries(Set<String> seen, List<Finding> findings) {
    Set<String> kinds = new HashSet<>();
    stages.forEach(stage -> kinds.addAll(stage.kinds()));
    long size = checkpoints.newest().map(Checkpoints.Published::size).orElse(0L);
    LogReader log = new LogReader(new DirectorySource(files.log()), size);
    long last = 0;
    long checked = 0;
    for (var page = entries.after(last, AT_A_TIME);
        !page.isEmpty();
        page = entries.after(last, AT_A_TIME)) {
      for (Entry entry : page) {
        check(entry, log, findings);
        String kind = entry.of().substring(0, entry.of().indexOf('-') + 1);
        if (kinds.contains(kind) && seen.add(entry.of())) {
          findings.add(new Finding.MissingRow(entry.of(), entry.id()));
        }
      }
      last = page.getLast().id();
      checked += page.size();
    }
    return checked;
  }

  private static void check(Entry entry, LogReader log, List<Finding> findings) {
    for (Disclosure it : entry.disclosures()) {
      if (!it.isRedacted() && !Disclosure.digest(it.text()).equals(it.digest())) {
        findings.add(new Finding.ChangedDisclosure(entry.of(), entry.id(), it.name()));
      }
    }
    byte[] payload =
        SealedAct.payload(entry.type().tag(), entry.of(), entry.at(), entry.disclosures());
    if (!Arrays.equals(payload, entry.payload())
        || !Merkle.leaf(entry.payload()).equals(entry.leaf())) {
      findings.add(new Finding.ChangedEntry(entry.of(), entry.id()));
    }
    Long index = entry.index();
    if (index != null && index < log.size() && !isInLog(entry, index, log)) {
      findings.add(new Finding.DifferentInLog(entry.of(), index));
    }
  }

  private static boolean isInLog(Entry entry, long index, LogReader log) {
    try {
      return log.leaf(index).equals(entry.leaf());
    } catch (Refused e) {
      return false;
    }
  }
}
