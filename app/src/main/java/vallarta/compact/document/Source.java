package vallarta.compact.document;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.springframework.http.HttpStatus;
import vallarta.compact.web.DomainFailure;

/// The HTML that a document is made of, within bounds and without anything that acts, moves or
/// fetches.
///
/// An element that no document needs is taken out with what it holds when it acts (`script`,
/// `iframe`, `form` fields) or is not for reading (`aria-hidden`), and else leaves its words
/// behind. Style is heard in the `head` alone, where the template wrote it.
final class Source {

  /// With these a document takes seconds, not minutes, and a heap of 512 MB holds it.
  static final int MOST_CHARACTERS = 3_000_000;

  static final int MOST_TEXT = 1_000_000;
  static final int MOST_ELEMENTS = 40_000;
  static final int MOST_DEPTH = 60;
  private static final int MOST_SPAN = 50;

  private static final Set<String> DROPPED =
      Set.of(
          "script",
          "noscript",
          "template",
          "iframe",
          "frame",
          "frameset",
          "object",
          "embed",
          "applet",
          "link",
          "base",
          "input",
          "select",
          "textarea",
          "button",
          "audio",
          "video",
          "canvas",
          "math",
          "dialog");
  private static final Set<String> KEPT =
      Set.of(
          "html",
          "head",
          "title",
          "meta",
          "style",
          "body",
          "main",
          "header",
          "footer",
          "section",
          "article",
          "aside",
          "nav",
          "div",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "p",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "table",
          "caption",
          "colgroup",
          "col",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "th",
          "td",
          "a",
          "blockquote",
          "q",
          "cite",
          "pre",
          "code",
          "strong",
          "b",
          "em",
          "i",
          "u",
          "s",
          "small",
          "sub",
          "sup",
          "ins",
          "del",
          "mark",
          "abbr",
          "time",
          "span",
          "bdi",
          "bdo",
          "br",
          "hr",
          "img",
          "figure",
          "figcaption",
          "svg",
          "g",
          "path",
          "rect",
          "circle",
          "ellipse",
          "line",
          "polyline",
          "polygon",
          "text",
          "tspan");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "id",
          "class",
          "lang",
          "dir",
          "title",
          "href",
          "src",
          "alt",
          "colspan",
          "rowspan",
          "scope",
          "headers",
          "start",
          "value",
          "type",
          "reversed",
          "datetime",
          "span",
          "width",
          "height");
  private static final Pattern DRAWN =
      Pattern.compile(
          "(?i)id|class|viewbox|xmlns|width|height|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|d|points"
              + "|fill(-.*)?|stroke(-.*)?|opacity|transform|text-anchor|font-size|font-weight"
              + "|dominant-baseline|shape-rendering|role|aria-label|alt");
  private static final Pattern LINK = Pattern.compile("(?i)(https?:|mailto:)[^\\s].*|#.+");
  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

  private Source() {}

  /// The document of that HTML: with a language, a title, headings that skip no level, and links
  /// that lead somewhere from anywhere.
  ///
  /// @throws DomainFailure `DOC-001` when it is too long, `DOC-002` when it is nested too deep
  static Document read(String html) {
    within(html.length(), MOST_CHARACTERS);
    Document document = Jsoup.parse(html);
    document.outputSettings().prettyPrint(false);
    measure(document);
    for (Element element : document.getAllElements()) {
      if (element != document) {
        clean(element);
      }
    }
    name(document);
    new Outline(document).mend();
    return document;
  }

  private static void measure(Document document) {
    int[] sizes = new int[2];
    document.traverse((node, depth) -> {
      if (depth > MOST_DEPTH) {
        throw new DomainFailure(
            "DOC-002",
            "document.too-deep",
            Map.of("most", MOST_DEPTH),
            HttpStatus.CONTENT_TOO_LARGE);
      }
      if (node instanceof TextNode text) {
        sizes[0] += text.getWholeText().length();
      } else {
        sizes[1]++;
      }
    });
    within(sizes[0], MOST_TEXT);
    within(sizes[1] * (MOST_TEXT / MOST_ELEMENTS), MOST_TEXT);
  }

  private static void within(int size, int most) {
    if (size > most) {
      throw new DomainFailure(
          "DOC-001", "document.too-long", Map.of("most", MOST_TEXT), HttpStatus.CONTENT_TOO_LARGE);
    }
  }

  private static void clean(Element element) {
    String name = element.normalName();
    boolean drawing = element.closest("svg") != null;
    if (DROPPED.contains(name)
        || element.attr("aria-hidden").equals("true")
        || name.equals("style") && element.closest("head") == null) {
      element.remove();
    } else if (drawing && name.equals("title")) {
      describe(element);
    } else if (!KEPT.contains(name)) {
      if (drawing) {
        element.remove();
      } else {
        element.unwrap();
      }
    } else if (name.equals("img")) {
      picture(element);
    } else {
      attributes(element, drawing);
    }
  }

  /// The title of a drawing is what is read in its place.
  private static void describe(Element title) {
    Element drawing = title.closest("svg");
    if (drawing != null && drawing.attr("alt").isEmpty()) {
      drawing.attr("alt", title.text());
    }
    title.remove();
  }

  private static void picture(Element image) {
    attributes(image, false);
    if (!Pictures.isSafe(image.attr("src"))) {
      image.replaceWith(new TextNode(image.attr("alt")));
    } else if (!image.hasAttr("alt")) {
      image.attr("alt", "");
    }
  }

  private static void attributes(Element element, boolean drawing) {
    Map<String, String> changed = new HashMap<>();
    for (Attribute attribute : element.attributes()) {
      String key = attribute.getKey().toLowerCase(Locale.ROOT);
      boolean known =
          drawing
              ? DRAWN.matcher(key).matches() && !attribute.getValue().contains("url(")
              : ATTRIBUTES.contains(key) || element.normalName().equals("meta");
      if (!known || !isRight(key, attribute.getValue())) {
        changed.put(attribute.getKey(), "");
      }
    }
    changed.keySet().forEach(element::removeAttr);
    if (element.normalName().equals("meta")
        && !element.attr("name").matches("description|author")) {
      element.remove();
    }
  }

  private static boolean isRight(String key, String value) {
    return switch (key) {
      case "href" -> LINK.matcher(value).matches();
      case "lang" -> TAG.matcher(value).matches();
      case "dir" -> value.matches("ltr|rtl|auto");
      case "colspan", "rowspan", "span" ->
          value.matches("\\d{1,3}") && Integer.parseInt(value) <= MOST_SPAN;
      case "start", "value" -> value.matches("-?\\d{1,6}");
      default -> true;
    };
  }

  private static void name(Document document) {
    Element html = document.expectFirst("html");
    if (html.attr("lang").isEmpty()) {
      html.attr("lang", "und");
    }
    if (document.title().isBlank()) {
      Element heading = document.selectFirst("h1, h2, h3");
      document.title(heading == null || heading.text().isBlank() ? "Document" : heading.text());
    }
  }
}
