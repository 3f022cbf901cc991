package vallarta.compact.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;

/// The page about this site.
@Controller
@OpenToAll
class AboutPage {

  @GetMapping("/{language}/about")
  ModelAndView about(Page page) {
    return page.named("web.about.title").show("web/about", Map.of());
  }
}
