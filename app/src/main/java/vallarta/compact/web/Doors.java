package vallarta.compact.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.language.Language;

/// Leads an address without a language, such as a permanent address, to the page in the reader's
/// own.
@Controller
@OpenToAll
class Doors {

  @GetMapping({
    "/",
    // Languages have two letters, and the interface for programs has none.
    "/{first:(?!api$|assets$|error$)[a-z][a-z-]{2,}(?:\\.(?:csv|json|xlsx))?}",
    "/{first:(?!api$|assets$|error$)[a-z][a-z-]{2,}}/**"
  })
  ResponseEntity<Void> open(HttpServletRequest request) {
    Language language = Requests.preferred(request);
    Address address = Requests.address(request);
    String path = address.path().equals("/") ? "" : address.path();
    return ResponseEntity.status(HttpStatus.FOUND)
        .location(URI.create(address.at("/" + language.tag() + path).toString()))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }
}
