package vallarta.compact.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import vallarta.compact.access.Actors;
import vallarta.compact.language.Language;
import vallarta.compact.language.Words;

/// Gives a controller method the [Page], the [Words], the [Language] or the [Format] of its address
/// when it asks for one. An address that does not begin with one of the six languages has no page.
final class Pages implements HandlerMethodArgumentResolver {

  private final Site site;
  private final Actors actors;

  Pages(Site site, Actors actors) {
    this.site = site;
    this.actors = actors;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    Class<?> type = parameter.getParameterType();
    return type == Page.class
        || type == Words.class
        || type == Language.class
        || type == Format.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request = (HttpServletRequest) webRequest.getNativeRequest();
    Language language =
        Requests.language(request)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Class<?> type = parameter.getParameterType();
    if (type == Language.class) {
      return language;
    }
    if (type == Format.class) {
      return Format.of(request.getRequestURI());
    }
    return type == Words.class ? site.texts().in(language) : page(request, language);
  }

  Page page(HttpServletRequest request, Language language) {
    return Page.of(
        site,
        site.texts().in(language),
        Requests.address(request),
        Requests.origin(request),
        actors.of(request));
  }
}
