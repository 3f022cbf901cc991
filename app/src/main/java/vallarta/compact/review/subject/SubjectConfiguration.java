package vallarta.compact.review.subject;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;

/// The places of actors, dimensions and themes in the programming interface.
@Configuration(proxyBeanMethods = false)
class SubjectConfiguration {

  @Bean
  DataRoute actorsData() {
    return new DataRoute(
        "/actors",
        "Who promised something, and how many of it stand how",
        List.of(),
        ActorPages.COLUMNS);
  }

  @Bean
  DataRoute actorData() {
    return new DataRoute(
        "/actors/{stakeholder}",
        "The commitments of one actor and where each stands",
        List.of(),
        ActorPages.HEADERS);
  }

  @Bean
  DataRoute dimensionsData() {
    return new DataRoute(
        "/dimensions",
        "Statements, points and commitments about each dimension",
        List.of(),
        TopicPages.HEADERS);
  }

  @Bean
  DataRoute dimensionData() {
    return new DataRoute(
        "/dimensions/{dimension}",
        "Statements, points and commitments about one dimension, theme by theme",
        List.of(),
        TopicPages.HEADERS);
  }

  @Bean
  DataRoute themesData() {
    return new DataRoute(
        "/themes",
        "Statements, points and commitments about each theme",
        List.of(),
        TopicPages.HEADERS);
  }

  @Bean
  DataRoute themeData() {
    return new DataRoute(
        "/themes/{theme}",
        "Statements, points and commitments about one theme, dimension by dimension",
        List.of(),
        TopicPages.HEADERS);
  }
}
