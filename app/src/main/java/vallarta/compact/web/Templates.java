package vallarta.compact.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/// The compiled templates of all packages, for what is written without a server, such as a report
/// to a file.
public final class Templates {

  /// The package that the paths of templates begin under.
  private static final String ROOT = "vallarta.compact";

  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), ROOT);

  private Templates() {}

  /// What that template makes of its parameters.
  ///
  /// @param template its path under the application's package without its ending:
  ///   `stocktaking/report`
  public static String render(String template, Map<String, Object> parameters) {
    StringOutput output = new StringOutput();
    ENGINE.render(template + ".jte", parameters, output);
    return output.toString();
  }

  static TemplateEngine engine() {
    return ENGINE;
  }
}
