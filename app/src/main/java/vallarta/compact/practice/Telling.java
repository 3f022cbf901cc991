package vallarta.compact.practice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.util.MultiValueMap;

/// What somebody tells of a practice, as a form sends it; whether it can be taken is said by
/// [TellingCheck].
///
/// @param owner key of the stakeholder whose practice it is
/// @param topic word of a [Topic]
/// @param initiative the programme, law or project under which it runs, or empty
/// @param objective what it wants to reach, concretely
/// @param speaker who gave the talk, or empty
/// @param consents whether the speaker agrees that the name is published
/// @param contact web or postal address of an organisation, or empty
/// @param session reference of the talk in the lab, or empty
/// @param language BCP 47 tag of the words
/// @param dimensions ids of dimensions
/// @param themes ids of themes
/// @param statements references of statements that it answers
record Telling(
    String owner,
    String title,
    String summary,
    String topic,
    String initiative,
    String objective,
    String speaker,
    boolean consents,
    String contact,
    String session,
    String language,
    List<String> dimensions,
    List<String> themes,
    List<String> statements) {

  static Telling blank(String owner, String language, String session) {
    return new Telling(
        owner, "", "", "", "", "", "", false, "", session, language, List.of(), List.of(),
        List.of());
  }

  static Telling of(String owner, MultiValueMap<String, String> fields) {
    return new Telling(
        owner,
        text(fields, "title"),
        text(fields, "summary"),
        text(fields, "topic"),
        text(fields, "initiative"),
        text(fields, "objective"),
        text(fields, "speaker"),
        fields.containsKey("consents"),
        text(fields, "contact"),
        text(fields, "session"),
        text(fields, "language"),
        list(fields, "dimension"),
        list(fields, "theme"),
        words(text(fields, "statements")));
  }

  /// References as somebody writes them, with commas or spaces between, each once.
  static List<String> words(String text) {
    return Arrays.stream(text.toUpperCase(Locale.ROOT).split("[\\s,;،、，]+"))
        .filter(it -> !it.isEmpty())
        .distinct()
        .toList();
  }

  private static String text(MultiValueMap<String, String> fields, String name) {
    String value = fields.getFirst(name);
    return value == null ? "" : value.replace('\0', ' ').strip();
  }

  private static List<String> list(MultiValueMap<String, String> fields, String name) {
    List<String> values = fields.get(name);
    return values == null ? List.of() : values.stream().distinct().toList();
  }
}
