package vallarta.compact.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vallarta.compact.language.Language;
import vallarta.compact.language.Texts;
import vallarta.compact.language.Words;
import vallarta.compact.table.Problem;

/// Problems of tables as sentences: place, value, rule, fix.
public final class Problems {

  private static final int TOLD = 50;
  private static final int ALLOWED_TOLD = 12;

  private Problems() {}

  /// The strings in the language of the machine, else English.
  public static Words here() {
    return Texts.load().in(Language.find(Locale.getDefault().getLanguage()).orElse(Language.EN));
  }

  /// Tells them in the language of the machine, the first of them in full.
  public static void tell(PrintWriter talk, List<Problem> problems) {
    Words words = here();
    problems.stream().limit(TOLD).forEach(it -> talk.println(words(words, it)));
    if (problems.size() > TOLD) {
      talk.println(words.t("cli.import.more", Map.of("count", problems.size() - TOLD)));
    }
  }

  /// One problem as a sentence.
  public static String words(Words words, Problem it) {
    Map<String, Object> args =
        Map.of(
            "row", it.row(),
            "column", it.column(),
            "value", it.value(),
            "allowed", allowed(it.allowed()));
    String rule = it.rule().tag();
    String sentence =
        words.t(it.value().isEmpty() ? "cli.import.at.empty" : "cli.import.at", args)
            + " "
            + words.t("cli.import.rule." + rule, args)
            + " "
            + fix(words, it, args);
    return it.file().isEmpty() ? sentence : it.file() + ": " + sentence;
  }

  private static String fix(Words words, Problem it, Map<String, Object> args) {
    String key = "cli.import.fix." + it.rule().tag();
    return it.allowed().isEmpty()
        ? words.find(key + ".none").orElseGet(() -> words.t(key, args))
        : words.t(key, args);
  }

  private static String allowed(List<String> values) {
    String some = String.join(", ", values.subList(0, Math.min(ALLOWED_TOLD, values.size())));
    return values.size() > ALLOWED_TOLD ? some + ", …" : some;
  }
}
