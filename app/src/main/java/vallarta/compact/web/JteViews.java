package vallarta.compact.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Finds the compiled template of a view: `stocktaking/matrix` is `stocktaking/matrix.jte` beside
/// the Java of that stage.
///
/// It goes before Spring's own resolver, which takes any name for a file and forwards to it.
record JteViews(TemplateEngine engine) implements ViewResolver, Ordered {

  private static final String HTML = "text/html;charset=UTF-8";

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    String template = name + ".jte";
    return engine.hasTemplate(template) ? new JteView(engine, template) : null;
  }

  private record JteView(TemplateEngine engine, String template) implements View {

    @Override
    public String getContentType() {
      return HTML;
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Map<String, Object> parameters = model == null ? Map.of() : new HashMap<>(model);
      // The whole page is made before the first byte goes out, so that a failure can still be a
      // page of its own.
      Utf8ByteOutput output = new Utf8ByteOutput();
      engine.render(template, parameters, output);
      response.setContentType(HTML);
      response.setContentLength(output.getContentLength());
      output.writeTo(response.getOutputStream());
    }
  }
}
