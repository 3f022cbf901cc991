package vallarta.compact.web;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import vallarta.compact.access.Actors;
import vallarta.compact.language.Texts;

/// Puts the shell together.
@Configuration(proxyBeanMethods = false)
class WebShell {

  private static final String ASSETS = "/assets/";

  @Bean
  Texts texts() {
    return Texts.load();
  }

  @Bean
  JteViews jteViews() {
    return new JteViews(Templates.engine());
  }

  @Bean
  Site site(
      Texts texts,
      ObjectProvider<NavEntry> nav,
      ObjectProvider<BuildProperties> build,
      ObjectProvider<ResourceUrlProvider> resources,
      Environment settings) {
    BuildProperties known = build.getIfAvailable();
    String version = known == null ? null : known.getVersion();
    return new Site(
        texts,
        nav.stream().toList(),
        settings.getProperty("vallarta.site.name", "Vallarta"),
        settings.getProperty("vallarta.site.address", ""),
        settings.getProperty("vallarta.demo", Boolean.class, false),
        version == null ? "0" : version,
        name -> asset(resources.getObject(), name));
  }

  @Bean
  Pages pages(Site site, Actors actors) {
    return new Pages(site, actors);
  }

  @Bean
  WebMvcConfigurer shell(Pages pages) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(pages);
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new TextGate());
      }

      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry
            .addResourceHandler(ASSETS + "**")
            .addResourceLocations("classpath:/static/assets/")
            .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
            .resourceChain(true)
            .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
      }
    };
  }

  private static String asset(ResourceUrlProvider resources, String name) {
    String fingerprinted = resources.getForLookupPath(ASSETS + name);
    return fingerprinted == null ? ASSETS + name : fingerprinted;
  }
}
