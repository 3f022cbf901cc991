package vallarta.compact.review.follow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.OpenToSignedIn;
import vallarta.compact.account.News;
import vallarta.compact.record.RecordedPages;
import vallarta.compact.review.thread.Threads;
import vallarta.compact.web.Feed;
import vallarta.compact.web.Page;

/// Where somebody begins and ends to follow an object and what comes of it: by mail with an
/// account, by a feed without.
@Controller
class FollowPages {

  private static final int NEWEST = 100;

  /// @param can whether there is something to follow
  /// @param follows whether the reader follows it by mail
  record Offer(String ref, boolean can, boolean follows) {}

  /// @param path of the page of the object without the language
  /// @param told whether the reader gets mails at all
  record One(String ref, String path, boolean follows, boolean told) {}

  /// @param paths of the pages of what is followed
  record All(List<String> refs, Map<String, String> paths, boolean told) {}

  private final Follows follows;
  private final Threads threads;
  private final Changes changes;
  private final RecordedPages pages;
  private final News news;

  FollowPages(Follows follows, Threads threads, Changes changes, RecordedPages pages, News news) {
    this.follows = follows;
    this.threads = threads;
    this.changes = changes;
    this.pages = pages;
    this.news = news;
  }

  /// How an object can be followed, as a part of its page.
  @OpenToAll
  @GetMapping("/{language}/follow/{ref}/offer")
  ModelAndView offer(Page page, Actor actor, @PathVariable String ref) {
    return page.show(
        "review/follow/offer",
        new Offer(
            ref,
            follows.isFollowable(ref),
            actor.isSignedIn() && follows.of(actor.account()).contains(ref)));
  }

  @OpenToSignedIn
  @GetMapping("/{language}/follow/{ref}")
  ModelAndView one(Page page, Actor actor, @PathVariable String ref) {
    follows.checked(ref);
    return page.named("review.follow.of", "ref", ref)
        .under("/follows", page.words().t("review.follow.title"))
        .show(
            "review/follow/follow",
            new One(
                ref,
                path(ref),
                follows.of(actor.account()).contains(ref),
                news.isTold(actor.account())));
  }

  @OpenToSignedIn
  @PostMapping("/{language}/follow/{ref}")
  ModelAndView follow(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "begin") String act) {
    if (act.equals("end")) {
      follows.end(actor.account(), ref);
      return new ModelAndView("redirect:" + page.link("/follows"));
    }
    follows.begin(actor.account(), ref);
    return new ModelAndView("redirect:" + page.link("/follow/" + ref));
  }

  @OpenToSignedIn
  @GetMapping("/{language}/follows")
  ModelAndView all(Page page, Actor actor) {
    List<String> refs = follows.of(actor.account());
    return page.named("review.follow.title")
        .show("review/follow/follows", new All(refs, pages.of(refs), news.isTold(actor.account())));
  }

  /// What changed about an object and about what came of it, for feed readers.
  @OpenToAll
  @GetMapping("/{language}/follow/{ref}.atom")
  ResponseEntity<byte[]> feed(Page page, @PathVariable String ref) {
    follows.checked(ref);
    List<Change> newest = changes.of(threads.ahead(ref), NEWEST);
    String language = page.language().tag();
    return Feed.newestFirst(
            page.words().t("review.follow.feed.title", "ref", ref),
            "/%s/follow/%s.atom".formatted(language, ref),
            page.link(path(ref)),
            newest.stream().map(it -> Told.entry(page.words(), language, it)).toList(),
            Instant.EPOCH)
        .answer(page);
  }

  private String path(String ref) {
    return pages.of(List.of(ref)).getOrDefault(ref, "/record/objects/" + ref);
  }
}
