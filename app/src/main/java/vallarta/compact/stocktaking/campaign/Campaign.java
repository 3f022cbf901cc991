package vallarta.compact.stocktaking.campaign;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vallarta.compact.consultation.Statement;
import vallarta.compact.stocktaking.StatementGroup;
import vallarta.compact.stocktaking.Synthesis;
import vallarta.engine.similarity.Alignment;

/// A group of statements laid beside the text that stands for it.
///
/// @param common the statement that stands for all
/// @param members in the order of their numbers
/// @param additions what single ones say of their own, in the order in which it came
record Campaign(
    StatementGroup group, Statement common, List<Member> members, List<Addition> additions) {

  /// From how many words in a row on something added is an addition of one's own; less is an edit.
  static final int OWN_WORDS = 5;

  /// An input that says more other things than this is a paper of its own, not a letter with an
  /// addition.
  static final int LETTER = 10;

  private static final int DAYS_WITHOUT = 60;

  /// One statement of the group.
  ///
  /// @param own what it adds within the text, of at least [#OWN_WORDS] words each
  /// @param others what its input says beside, in no campaign
  record Member(Statement it, Alignment beside, List<String> own, List<Statement> others) {

    LocalDate day() {
      return LocalDate.ofInstant(it.input().received(), ZoneOffset.UTC);
    }

    boolean isLetter() {
      return others.size() <= LETTER;
    }

    boolean addsOwnWords() {
      return !own.isEmpty() || !others.isEmpty() && isLetter();
    }

    /// The word in tables and strings: `own-words`, `edited` or `copy`.
    String tag() {
      return addsOwnWords() ? "own-words" : beside.isCopy() ? "copy" : "edited";
    }
  }

  /// What somebody says beside the common text.
  ///
  /// @param in the statement in which it stands
  /// @param inputs in how many inputs it came
  record Addition(Statement in, String text, int inputs) {

    Addition again() {
      return new Addition(in, text, inputs + 1);
    }
  }

  static Campaign of(Synthesis synthesis, StatementGroup group) {
    Statement common = group.representative();
    Map<String, Alignment> beside = new HashMap<>();
    List<Member> members = new ArrayList<>();
    Map<String, Addition> additions = new LinkedHashMap<>();
    for (Statement it : group.statements()) {
      Alignment laid = beside.computeIfAbsent(it.text(), text -> Alignment.of(common.text(), text));
      Member member = new Member(it, laid, laid.additions(OWN_WORDS), others(synthesis, it));
      members.add(member);
      for (String own : member.own()) {
        add(additions, own.toLowerCase(Locale.ROOT), it, own);
      }
      if (member.isLetter()) {
        member.others().forEach(o -> add(additions, synthesis.groupOf(o).id(), o, o.text()));
      }
    }
    return new Campaign(group, common, List.copyOf(members), List.copyOf(additions.values()));
  }

  /// What came each day, by the clocks of UTC; days between on which nothing came are there, too,
  /// unless they are very many.
  SortedMap<LocalDate, Integer> days() {
    SortedMap<LocalDate, Integer> days = new TreeMap<>();
    members.forEach(it -> days.merge(it.day(), 1, Integer::sum));
    LocalDate first = days.firstKey();
    LocalDate last = days.lastKey();
    if (first.plusDays(DAYS_WITHOUT).isAfter(last)) {
      first.datesUntil(last).forEach(day -> days.putIfAbsent(day, 0));
    }
    return days;
  }

  /// How many inputs say something of their own.
  int withOwnWords() {
    return (int) members.stream().filter(Member::addsOwnWords).count();
  }

  boolean fictional() {
    return members.stream().anyMatch(it -> it.it().input().fictional());
  }

  /// What a document says beside that statement; a row of a table stands alone.
  private static List<Statement> others(Synthesis synthesis, Statement it) {
    return it.row() > 0
        ? List.of()
        : synthesis.holdings().of(it.input()).stream()
            .filter(other -> !synthesis.groupOf(other).campaign())
            .filter(other -> !other.id().equals(it.id()))
            .toList();
  }

  private static void add(Map<String, Addition> all, String key, Statement in, String text) {
    Addition known = all.get(key);
    all.put(key, known == null ? new Addition(in, text, 1) : known.again());
  }
}
