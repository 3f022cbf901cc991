package vallarta.compact.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.language.Words;

/// Tells a failure to whoever asked: a page to a reader, `application/problem+json` (RFC 9457) to a
/// program, both in the language of the address.
@Component
class FailureAnswer {

  private static final String TEMPLATE = "web/failure";

  private final Pages pages;
  private final Site site;

  FailureAnswer(Pages pages, Site site) {
    this.pages = pages;
    this.site = site;
  }

  Object to(HttpServletRequest request, Failure failure) {
    return fromProgram(request) ? problem(request, failure) : page(request, failure);
  }

  private ModelAndView page(HttpServletRequest request, Failure failure) {
    Page page = pages.page(request, Requests.languageOrPreferred(request)).missing();
    ModelAndView shown =
        page.titled(failure.title(page.words()))
            .show(TEMPLATE, failure.from(Requests.before(request)));
    shown.setStatus(HttpStatusCode.valueOf(failure.status()));
    return shown;
  }

  private ResponseEntity<ProblemDetail> problem(HttpServletRequest request, Failure failure) {
    Words words = site.texts().in(Requests.languageOrPreferred(request));
    ProblemDetail problem = ProblemDetail.forStatus(failure.status());
    problem.setDetail(failure.text(words));
    problem.setInstance(URI.create(Address.of(Requests.path(request)).toString()));
    if (!failure.code().isEmpty()) {
      problem.setProperty("code", failure.code());
    }
    if (!failure.incident().isEmpty()) {
      problem.setProperty("incident", failure.incident());
    }
    return ResponseEntity.status(failure.status())
        .header(HttpHeaders.CONTENT_LANGUAGE, words.language().tag())
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  /// By the address, else by what the caller accepts.
  private static boolean fromProgram(HttpServletRequest request) {
    String path = Requests.path(request);
    if (path.startsWith("/api/")
        || List.of(Format.values()).stream().anyMatch(it -> path.endsWith("." + it.ending()))) {
      return true;
    }
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    try {
      return accept != null
          && MediaType.parseMediaTypes(accept).stream()
              .noneMatch(type -> type.includes(MediaType.TEXT_HTML))
          && MediaType.parseMediaTypes(accept).stream()
              .anyMatch(type -> type.getSubtype().endsWith("json"));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}
