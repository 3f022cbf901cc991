package vallarta.compact.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import vallarta.compact.access.OpenToAll;

/// Where every failure of a request ends: those thrown in a controller, and those that the server
/// reports to `/error`.
@ControllerAdvice
@Controller
@OpenToAll
class Failures implements ErrorController {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final FailureAnswer answer;

  Failures(FailureAnswer answer) {
    this.answer = answer;
  }

  @ExceptionHandler
  Object handle(DomainFailure failure, HttpServletRequest request) {
    return answer.to(request, Failure.of(failure));
  }

  @ExceptionHandler
  Object handle(AccessDeniedException denied, HttpServletRequest request) {
    return answer.to(request, Failure.of(HttpStatus.FORBIDDEN));
  }

  @ExceptionHandler
  Object handle(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
    return answer.to(request, Failure.of(HttpStatus.BAD_REQUEST));
  }

  /// A form with a file that is none.
  @ExceptionHandler
  Object handle(MultipartException malformed, HttpServletRequest request) {
    return answer.to(
        request,
        Failure.of(
            malformed instanceof ErrorResponse known
                ? known.getStatusCode()
                : HttpStatus.BAD_REQUEST));
  }

  /// Nobody is at the other end of a stream of events any more: there is nothing to answer, and
  /// nothing failed. The argument for the response says that no view is wanted.
  @ExceptionHandler
  void handle(AsyncRequestNotUsableException gone, HttpServletResponse unanswered) {}

  @ExceptionHandler
  Object handle(Exception failure, HttpServletRequest request) throws Exception {
    if (failure instanceof ErrorResponse known) {
      return answer.to(request, Failure.of(known.getStatusCode()));
    }
    return answer.to(request, unexpected(failure, request));
  }

  @RequestMapping("/error")
  Object error(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
      return answer.to(request, unexpected(thrown, request));
    }
    return answer.to(
        request,
        Failure.of(
            status instanceof Integer code ? HttpStatusCode.valueOf(code) : HttpStatus.NOT_FOUND));
  }

  private static Failure unexpected(Throwable thrown, HttpServletRequest request) {
    String incident = UUID.randomUUID().toString();
    LOG.error(
        "{} {} failed, incident {}", request.getMethod(), Requests.path(request), incident, thrown);
    return Failure.ours(incident);
  }
}
