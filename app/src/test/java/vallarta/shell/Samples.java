package vallarta.shell;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.Role;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;

/// Endpoints that behave as no page of a stage should, for the tests of the shell.
@Controller
class Samples {

  @OpenToAll
  @GetMapping("/{language}/withdrawn")
  void withdrawn() {
    throw new DomainFailure("TEST-001", "web.quote.page", Map.of("page", 7), HttpStatus.GONE);
  }

  @OpenToAll
  @GetMapping("/{language}/broken")
  void broken() {
    throw new IllegalStateException("a secret");
  }

  @OpenToAll
  @GetMapping("/{language}/unrendered")
  ModelAndView unrendered(Page page) {
    return page.show("web/part/ring", Map.of());
  }

  @OpenToAll
  @GetMapping("/{language}/number/{number}")
  ResponseEntity<Void> number(@PathVariable int number) {
    return ResponseEntity.ok().build();
  }

  @GetMapping("/{language}/undeclared")
  ResponseEntity<Void> undeclared() {
    return ResponseEntity.ok().build();
  }

  @OpenTo(Role.SECRETARIAT)
  @GetMapping("/{language}/secretariat")
  ResponseEntity<Void> secretariat() {
    return ResponseEntity.ok().build();
  }

  @OpenToAll
  @PostMapping("/{language}/change")
  ResponseEntity<Void> change() {
    return ResponseEntity.ok().build();
  }
}
