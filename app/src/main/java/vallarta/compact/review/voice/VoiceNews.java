package vallarta.compact.review.voice;

import java.util.Map;
import org.springframework.stereotype.Component;
import vallarta.compact.account.News;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.participation.Mandates;

/// Tells those who act for somebody that something was said of it, or is asked of it.
@Component
public class VoiceNews {

  private static final String TOPIC = "voice";

  private final Mandates mandates;
  private final News news;

  VoiceNews(Mandates mandates, News news) {
    this.mandates = mandates;
    this.news = news;
  }

  void published(ParallelReport it, Commitment of) {
    published(it.ref(), of);
  }

  /// Tells the actors of a commitment that they may answer what was said of it.
  ///
  /// @param about reference of what can be answered
  public void published(String about, Commitment of) {
    for (Commitment.Actor actor : of.actors()) {
      tell(
          actor.stakeholder().key(),
          about,
          "/commitments/" + of.ref(),
          "review.voice.news.published",
          Map.of("ref", about, "commitment", of.ref()));
    }
  }

  /// Tells a stakeholder that it is asked to sign.
  void asked(ParallelReport it, String key) {
    tell(
        key,
        it.ref(),
        "/parallel-reports/" + it.ref(),
        "review.voice.news.asked",
        Map.of("ref", it.ref(), "title", it.told().title()));
  }

  private void tell(
      String key, String about, String path, String sentence, Map<String, Object> arguments) {
    for (long account : mandates.accountsFor(key)) {
      news.keep(account, TOPIC, about, path, sentence, arguments);
    }
  }
}
