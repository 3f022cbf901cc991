package vallarta.compact.review.duty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vallarta.compact.account.Accounts;
import vallarta.compact.account.News;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.language.Texts;
import vallarta.compact.language.Words;
import vallarta.compact.mail.Mail;
import vallarta.compact.mail.Mails;
import vallarta.compact.web.SiteAddress;

/// The words of reminders, in the language of each account, which follow how binding the commitment
/// is: what was pledged is never called a duty. Always in the transaction of the caller.
@Component
class ReminderLetters {

  private static final String KEYS = "review.duty.mail.";

  /// A step that is climbed for a duty.
  record Line(Duty duty, Step step) {}

  private final Accounts accounts;
  private final Commitments commitments;
  private final Mails mails;
  private final News news;
  private final Texts texts;
  private final SiteAddress site;

  ReminderLetters(
      Accounts accounts,
      Commitments commitments,
      Mails mails,
      News news,
      Texts texts,
      SiteAddress site) {
    this.accounts = accounts;
    this.commitments = commitments;
    this.mails = mails;
    this.news = news;
    this.texts = texts;
    this.site = site;
  }

  /// One letter that tells all of it.
  void write(long account, List<Line> lines) {
    Map<Long, Commitment> promised = promised(lines);
    accounts
        .findMailbox(account)
        .ifPresent(box -> {
          Words words = texts.in(box.language());
          String told =
              lines.stream()
                  .map(it -> words.t(key(it, promised), arguments(it, promised, words)))
                  .collect(Collectors.joining("\n\n"));
          String link = site.of("/" + box.language().tag() + "/duties");
          mails.write(
              new Mail(
                  box.address(),
                  box.language(),
                  words.t(KEYS + "subject", "count", lines.size()),
                  String.join("\n\n", told, link, words.t(KEYS + "why")) + "\n",
                  ""));
        });
  }

  /// Keeps each for the weekly digest.
  void keep(long account, List<Line> lines) {
    Map<Long, Commitment> promised = promised(lines);
    accounts
        .findMailbox(account)
        .ifPresent(box -> {
          Words words = texts.in(box.language());
          for (Line it : lines) {
            news.keep(
                account,
                "duty",
                it.duty().ref() + " " + it.step().tag(),
                "/duties",
                key(it, promised),
                arguments(it, promised, words));
          }
        });
  }

  private Map<Long, Commitment> promised(List<Line> lines) {
    return commitments
        .list(lines.stream().map(it -> it.duty().commitment()).distinct().toList())
        .stream()
        .collect(Collectors.toMap(Commitment::id, Function.identity()));
  }

  /// By how binding the commitment is, and whether the day is still to come.
  private static String key(Line it, Map<Long, Commitment> promised) {
    return KEYS
        + of(it, promised).told().obligation().tag()
        + (it.step().ordinal() <= Step.T0.ordinal() ? ".before" : ".after");
  }

  private static Map<String, Object> arguments(
      Line it, Map<Long, Commitment> promised, Words words) {
    Commitment commitment = of(it, promised);
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("ref", commitment.ref());
    arguments.put("title", line(commitment.told().title()));
    arguments.put("date", words.date(it.duty().due()));
    return arguments;
  }

  private static Commitment of(Line it, Map<Long, Commitment> promised) {
    Commitment found = promised.get(it.duty().commitment());
    if (found == null) {
      throw new IllegalStateException("a duty without a commitment: " + it.duty().ref());
    }
    return found;
  }

  /// A title stands on one line.
  private static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }
}
