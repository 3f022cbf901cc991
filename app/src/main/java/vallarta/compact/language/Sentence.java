package vallarta.compact.language;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One sentence of the interface in one language: plain words, or an ICU message with named
/// arguments.
final class Sentence {

  private static final char RIGHT_TO_LEFT_ISOLATE = '\u2067';
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';

  private final String pattern;
  private final boolean isolating;
  private final @Nullable MessageFormat format;
  private final Set<String> arguments;

  /// @param pattern in the syntax of ICU
  /// @param isolating whether words put in are kept from turning the words around them, as
  ///   right-to-left text needs
  /// @throws IllegalArgumentException when the pattern is not one
  Sentence(String pattern, ULocale locale, boolean isolating) {
    this.pattern = pattern;
    this.isolating = isolating;
    this.format = pattern.indexOf('{') < 0 ? null : new MessageFormat(pattern, locale);
    this.arguments = format == null ? Set.of() : names(new MessagePattern(pattern));
  }

  /// The names of the arguments that it takes, those within its plurals too.
  Set<String> arguments() {
    return arguments;
  }

  String say(Map<String, ?> arguments) {
    MessageFormat message = format;
    if (message == null) {
      return pattern;
    }
    for (String name : arguments()) {
      if (!arguments.containsKey(name)) {
        throw new IllegalArgumentException("no argument '" + name + "' for: " + pattern);
      }
    }
    Map<String, Object> values = new HashMap<>();
    arguments.forEach((name, value) -> values.put(name, value(value)));
    // An ICU format is not safe among threads; the lock is held for microseconds.
    synchronized (message) {
      return message.format(values);
    }
  }

  private static Set<String> names(MessagePattern pattern) {
    return IntStream.range(0, pattern.countParts())
        .mapToObj(pattern::getPart)
        .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NAME)
        .map(pattern::getSubstring)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Object value(Object value) {
    return value instanceof Number
        ? value
        : isolating ? isolated(value.toString()) : value.toString();
  }

  /// What begins with an argument is a sentence of its own, such as a date with its time: no letter
  /// outside its arguments need say which way it runs.
  private static String isolated(String words) {
    boolean sentence = !words.isEmpty() && words.charAt(0) == FIRST_STRONG_ISOLATE;
    return (sentence ? RIGHT_TO_LEFT_ISOLATE : FIRST_STRONG_ISOLATE) + words + POP_ISOLATE;
  }
}
