package vallarta.compact.review.follow;

import java.util.Map;
import vallarta.compact.account.News;
import vallarta.compact.language.Words;
import vallarta.compact.web.Feed;

/// Changes in words.
final class Told {

  private Told() {}

  /// What happened, in one sentence that names it by its reference.
  static String title(Words words, Change it) {
    return it.what() == What.STANDING_CHANGED
        ? words.t(
            "review.change.standing",
            "ref",
            it.ref(),
            "before",
            words.t("review.standing." + it.before()),
            "after",
            words.t("review.standing." + it.after()))
        : words.t("review.change." + it.what().tag(), "ref", it.ref());
  }

  /// That a commitment stands otherwise, for a mail.
  static News.Sentence standing(String ref, String before, String after) {
    return new News.Sentence(
        "review.change.standing",
        Map.of(
            "ref",
            ref,
            "before",
            new News.Sentence("review.standing." + before, Map.of()),
            "after",
            new News.Sentence("review.standing." + after, Map.of())));
  }

  static Feed.Entry entry(Words words, String language, Change it) {
    return new Feed.Entry(
        it.id(), title(words, it), it.at(), "/" + language + it.path(), it.text(), it.language());
  }
}
