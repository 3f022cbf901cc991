package vallarta.compact.record;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import vallarta.compact.web.Page;

/// What entries are called on a page, and where their objects are.
final class EntryWords {

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
    return it.language().isEmpty() ? null : it.language();
  }

  /// What an entry is about in a few words.
  public String gist(Entry it) {
    return it.gist();
  }
}
