package vallarta.compact.consultation.submission;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vallarta.compact.account.Accounts;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultation;
import vallarta.compact.language.Texts;
import vallarta.compact.language.Words;
import vallarta.compact.mail.Mail;
import vallarta.compact.mail.Mails;
import vallarta.compact.participation.Mandate;
import vallarta.compact.participation.Mandates;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.web.SiteAddress;

/// Letters to those who speak for a stakeholder, each in the language of their account: always in
/// the transaction of the caller.
@Component
class SubmissionMails {

  private static final String KEYS = "consultation.submission.mail.";

  private final Mandates mandates;
  private final Accounts accounts;
  private final Stakeholders stakeholders;
  private final SubmissionTable submissions;
  private final Mails mails;
  private final Texts texts;
  private final SiteAddress site;
  private final Clock clock;

  SubmissionMails(
      Mandates mandates,
      Accounts accounts,
      Stakeholders stakeholders,
      SubmissionTable submissions,
      Mails mails,
      Texts texts,
      SiteAddress site,
      Clock clock) {
    this.mandates = mandates;
    this.accounts = accounts;
    this.stakeholders = stakeholders;
    this.submissions = submissions;
    this.mails = mails;
    this.texts = texts;
    this.site = site;
    this.clock = clock;
  }

  /// The receipt, to whoever handed it in and to all others who speak for the owner.
  void receipt(Submission it, Consultation consultation, Receipt receipt) {
    write(
        it.owner(),
        "receipt",
        "/submissions/%s/receipt".formatted(it.ref()),
        words ->
            Map.of(
                "ref", it.ref(),
                "title", receipt.arrival().what().title(),
                "consultation", consultation.title(),
                "time", receipt.received(words),
                "standing", receipt.standing(words),
                "sha256", receipt.arrival().what().sha256(),
                "bytes", receipt.arrival().what().bytes()));
  }

  /// Asks a stakeholder to sign it, or to look again because the text is another.
  void asked(Submission it, String stakeholder, boolean again) {
    write(
        stakeholder,
        again ? "asked-again" : "asked",
        "/submissions/%s/sign".formatted(it.ref()),
        words ->
            Map.of(
                "ref", it.ref(),
                "title", it.told().title(),
                "owner", name(words, it.owner()),
                "stakeholder", name(words, stakeholder)));
  }

  /// What a co-signatory answered, to the owner.
  void answered(Submission it, String stakeholder, CoSignatory.Answer answer) {
    write(
        it.owner(),
        "answered." + answer.tag(),
        "/submissions/" + it.ref(),
        words ->
            Map.of(
                "ref", it.ref(),
                "title", it.told().title(),
                "stakeholder", name(words, stakeholder)));
  }

  /// What the secretariat decided.
  void decided(Submission it) {
    write(
        it.owner(),
        "decided." + it.state().tag(),
        "/submissions/" + it.ref(),
        words ->
            Map.of(
                "ref", it.ref(),
                "title", it.told().title(),
                "word", it.word(),
                "input", it.inputRef()));
  }

  /// That the deadline was moved, to those for whom it is and who have not handed in yet.
  void extended(Consultation consultation, Extension extension, Deadline to) {
    List<String> whom =
        extension.stakeholder().isEmpty()
            ? submissions.ofConsultation(consultation.ref()).stream()
                .filter(it -> it.state().isOpen())
                .map(Submission::owner)
                .distinct()
                .toList()
            : List.of(extension.stakeholder());
    for (String stakeholder : whom) {
      write(
          stakeholder,
          "extended",
          "/consultations/" + consultation.ref(),
          words ->
              Map.of(
                  "consultation", consultation.title(),
                  "deadline", to.in(words),
                  "reason", extension.reason()));
    }
  }

  private void write(
      String stakeholder, String kind, String path, Function<Words, Map<String, Object>> said) {
    Instant now = clock.instant();
    List<Long> whom =
        mandates.ofStakeholder(stakeholder).stream()
            .filter(it -> it.holdsAt(now) && Arrays.asList(Submitters.ROLES).contains(it.role()))
            .map(Mandate::person)
            .filter(it -> it.account() != 0)
            .map(it -> it.account())
            .distinct()
            .toList();
    for (long account : whom) {
      accounts
          .findMailbox(account)
          .ifPresent(box -> {
            Words words = texts.in(box.language());
            Map<String, Object> arguments = new HashMap<>(said.apply(words));
            String link = site.of("/" + box.language().tag() + path);
            mails.write(
                new Mail(
                    box.address(),
                    box.language(),
                    line(words.t(KEYS + kind + ".subject", arguments)),
                    words.t(KEYS + kind + ".text", arguments) + "\n\n" + link + "\n",
                    ""));
          });
    }
  }

  /// A subject is one line, whatever stands in a title.
  private static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  private String name(Words words, String key) {
    return stakeholders.find(key).map(it -> Codebook.voice(it, words)).orElse(key);
  }
}
