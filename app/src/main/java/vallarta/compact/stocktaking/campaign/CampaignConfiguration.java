package vallarta.compact.stocktaking.campaign;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;

/// The data of campaigns in the programming interface.
@Configuration(proxyBeanMethods = false)
class CampaignConfiguration {

  @Bean
  DataRoute campaignsData() {
    return new DataRoute(
        "/campaigns",
        "Texts that came in many inputs with small changes, by volume",
        List.of(),
        CampaignSheets.CAMPAIGNS);
  }

  @Bean
  DataRoute campaignData() {
    return new DataRoute(
        "/campaigns/{ref}",
        "The statements of a campaign, each with what it adds to the common text and leaves out",
        List.of(),
        CampaignSheets.MEMBERS);
  }

  @Bean
  DataRoute campaignAdditionsData() {
    return new DataRoute(
        "/campaigns/{ref}/additions",
        "What single inputs of a campaign say in words of their own",
        List.of(),
        CampaignSheets.ADDITIONS);
  }

  @Bean
  DataRoute campaignDaysData() {
    return new DataRoute(
        "/campaigns/{ref}/days",
        "How many statements of a campaign came each day (UTC)",
        List.of(),
        CampaignSheets.DAYS);
  }

  @Bean
  DataRoute campaignHistoryData() {
    return new DataRoute(
        "/campaigns/{ref}/history",
        "What persons decided about a group, what became of it, and who was noted to be behind it",
        List.of(),
        CampaignSheets.HISTORY);
  }
}
