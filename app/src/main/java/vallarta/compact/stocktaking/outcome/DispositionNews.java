package vallarta.compact.stocktaking.outcome;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vallarta.compact.account.News;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.Holdings;
import vallarta.compact.consultation.Statement;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.participation.Mandates;
import vallarta.compact.stocktaking.point.PublishedPoints;
import vallarta.compact.stocktaking.point.PublishedPoints.Published;
import vallarta.compact.stocktaking.point.SummaryPublished;

/// Tells those who act for a submitter what became of its statements.
@Component
class DispositionNews {

  private static final String TOPIC = "disposition";

  private final Consultations consultations;
  private final PublishedPoints points;
  private final Mandates mandates;
  private final News news;

  DispositionNews(
      Consultations consultations, PublishedPoints points, Mandates mandates, News news) {
    this.consultations = consultations;
    this.points = points;
    this.mandates = mandates;
    this.news = news;
  }

  void declined(Statement statement, String reason) {
    tell(
        statement,
        "stocktaking.news.disposition",
        Map.of("ref", statement.id().toString(), "reason", reason));
  }

  @EventListener
  void kept(SummaryPublished published) {
    Holdings holdings = consultations.holdings();
    for (Published point : points.ofSession(published.session())) {
      for (String source : point.kept().sources()) {
        StatementId.find(source)
            .flatMap(holdings::find)
            .ifPresent(statement ->
                tell(
                    statement,
                    "stocktaking.news.kept",
                    Map.of(
                        "ref", source,
                        "point", point.kept().ref(),
                        "session", point.sessionTitle())));
      }
    }
  }

  private void tell(Statement statement, String key, Map<String, Object> arguments) {
    String path = "/inputs/%s/disposition".formatted(statement.input().id());
    for (long account : mandates.accountsFor(statement.input().voice().key())) {
      news.keep(account, TOPIC, statement.id().toString(), path, key, arguments);
    }
  }
}
