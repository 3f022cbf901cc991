package vallarta.compact.record;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import vallarta.compact.web.Page;

/// What entries are called on a page, and where their objects are.
final class EntryWords {

  private static final int GIST = 140;

  private final Page page;
  private final RecordedPages places;

  EntryWords(Page page, RecordedPages places) {
    this.page = page;
    this.places = places;
  }

  public String act(Entry it) {
    return page.words().t("record.act." + it.type().tag());
  }

  public String field(String name) {
    return page.words().find("record.field." + name).orElse(name);
  }

  public String at(Entry it) {
    return page.words().dateTime(it.at().atZone(ZoneOffset.UTC));
  }

  /// The page of the object, or that of its history where it has none.
  public String object(Entry it) {
    return places
        .find(it)
        .map(path -> page.link(path))
        .orElseGet(() -> page.link("/record/objects/" + it.of()));
  }

  public String entry(Entry it) {
    return it.index() == null
        ? page.link("/record/objects/" + it.of())
        : page.link("/record/entries/" + it.index());
  }

  /// The BCP 47 tag of the words of an entry, null where none is known.
  public @Nullable String language(Entry it) {
    for (String name : new String[] {"language", "title_language", "name_language"}) {
      String value = it.find(name).map(Disclosure::value).orElse("");
      if (!value.isEmpty()) {
        return value;
      }
    }
    return null;
  }

  /// What an entry is about in a few words: the beginning of its text, title or name.
  public String gist(Entry it) {
    for (String name : new String[] {"text", "title", "name", "file_name", "reason", "term"}) {
      String value = it.find(name).map(Disclosure::value).orElse("");
      if (!value.isEmpty()) {
        return value.codePointCount(0, value.length()) <= GIST
            ? value
            : value.substring(0, value.offsetByCodePoints(0, GIST)) + "…";
      }
    }
    return "";
  }
}
