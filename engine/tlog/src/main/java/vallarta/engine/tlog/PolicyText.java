package vallarta.engine.tlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the text of a policy line by line.
final class PolicyText {

  private static final String NONE = "none";

  private final String text;
  private final List<Policy.Log> logs = new ArrayList<>();
  private final Map<String, Policy.WitnessEntry> witnesses = new LinkedHashMap<>();
  private final Map<String, Policy.Quorum> names = new HashMap<>();
  private final Set<String> grouped = new HashSet<>();
  private Policy.@Nullable Quorum quorum;
  private int line;

  PolicyText(String text) {
    this.text = text;
  }

  Policy read() {
    if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' || c == 0x7F)) {
      throw new Refused(Reason.MALFORMED, "a policy has no control characters");
    }
    for (String each : text.split("\n", -1)) {
      line++;
      String stripped = strip(each);
      if (!stripped.isEmpty() && !stripped.startsWith("#")) {
        read(stripped.split("[ \t]+"));
      }
    }
    if (quorum == null) {
      throw new Refused(Reason.MALFORMED, "the policy has no quorum line");
    }
    return new Policy(logs, witnesses, quorum);
  }

  private void read(String[] words) {
    switch (words[0]) {
      case "log" -> log(words);
      case "witness" -> witness(words);
      case "group" -> group(words);
      case "quorum" -> quorum(words);
      default ->
          throw wrong("\"" + Text.shorten(words[0]) + "\" is no log, witness, group or quorum");
    }
  }

  private void log(String[] words) {
    need(words, 2, 3, "log <vkey> [<url>]");
    VerifierKey key = key(words[1], KeyType.LOG);
    if (logs.stream().anyMatch(it -> it.key().sameKey(key))) {
      throw wrong("the log's key is there twice");
    }
    logs.add(new Policy.Log(key, words.length > 2 ? words[2] : ""));
  }

  private void witness(String[] words) {
    need(words, 3, 4, "witness <name> <vkey> [<url>]");
    VerifierKey key = key(words[2], KeyType.WITNESS);
    if (witnesses.values().stream().anyMatch(it -> it.key().sameKey(key))) {
      throw wrong("the witness's key is there twice");
    }
    name(words[1], new Policy.Quorum.One(words[1]));
    witnesses.put(
        words[1], new Policy.WitnessEntry(words[1], key, words.length > 3 ? words[3] : ""));
  }

  private void group(String[] words) {
    need(words, 4, Integer.MAX_VALUE, "group <name> all|any|<k> <name>...");
    List<Policy.Quorum> members = new ArrayList<>();
    for (int i = 3; i < words.length; i++) {
      Policy.Quorum member = names.get(words[i]);
      if (member == null) {
        throw wrong("\"" + Text.shorten(words[i]) + "\" is not defined above");
      }
      if (!grouped.add(words[i])) {
        throw wrong("\"" + Text.shorten(words[i]) + "\" is in a group already");
      }
      members.add(member);
    }
    name(words[1], new Policy.Quorum.Some(threshold(words[2], members.size()), members));
  }

  private int threshold(String word, int members) {
    return switch (word) {
      case "all" -> members;
      case "any" -> 1;
      default -> {
        long needed = decimal(word);
        if (needed < 1 || needed > members) {
          throw wrong("of " + members + " members " + word + " cannot be needed");
        }
        yield (int) needed;
      }
    };
  }

  private long decimal(String word) {
    try {
      return Text.decimal(word, "the threshold");
    } catch (Refused e) {
      throw wrong(e.place());
    }
  }

  private void quorum(String[] words) {
    need(words, 2, 2, "quorum <name>");
    if (quorum != null) {
      throw wrong("there is a quorum already");
    }
    Policy.Quorum named = words[1].equals(NONE) ? new Policy.Quorum.None() : names.get(words[1]);
    if (named == null) {
      throw wrong("\"" + Text.shorten(words[1]) + "\" is not defined above");
    }
    quorum = named;
  }

  private void name(String name, Policy.Quorum meaning) {
    if (name.equals(NONE) || names.putIfAbsent(name, meaning) != null) {
      throw wrong("the name \"" + Text.shorten(name) + "\" is taken");
    }
  }

  private VerifierKey key(String word, KeyType type) {
    VerifierKey key;
    try {
      key = VerifierKey.parse(word);
    } catch (Refused e) {
      throw wrong(e.place());
    }
    if (key.type() != type) {
      throw wrong("the key of " + key.name() + " is of another kind");
    }
    return key;
  }

  private void need(String[] words, int least, int most, String form) {
    if (words.length < least || words.length > most) {
      throw wrong("the line is written " + form);
    }
  }

  private Refused wrong(String what) {
    return new Refused(Reason.MALFORMED, "line " + line + ": " + what);
  }

  /// Without the spaces and tabs around it, and nothing else.
  private static String strip(String each) {
    return each.replaceAll("^[ \t]+|[ \t]+$", "");
  }
}
