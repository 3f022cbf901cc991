package vallarta.compact.participation.floor;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vallarta.compact.language.Language;
import vallarta.compact.language.Texts;
import vallarta.compact.web.Templates;

/// A list in one version with its look in each language, made when the first reader wants it.
final class Snapshot {

  private final SpeakersList list;
  private final Texts texts;
  private final Clock clock;
  private final Map<Language, String> rendered = new ConcurrentHashMap<>();

  Snapshot(SpeakersList list, Texts texts, Clock clock) {
    this.list = list;
    this.texts = texts;
    this.clock = clock;
  }

  SpeakersList list() {
    return list;
  }

  /// As a part of a page. The time that is left in it is that of the first rendering; the script
  /// counts it anew.
  String html(Language language) {
    return rendered.computeIfAbsent(
        language,
        it ->
            Templates.render(
                "participation/floor/list",
                Map.of("w", texts.in(it), "list", list, "now", clock.instant())));
  }
}
