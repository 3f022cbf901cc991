package vallarta.compact.review.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// What RFC 4287 asks of a feed.
final class AtomFeed {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private AtomFeed() {}

  /// The root of a feed, which has all that it must have (sections 4.1.1 and 4.1.2).
  static Element valid(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element feed =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();
    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    assertThat(feed.getLocalName()).isEqualTo("feed");
    has(feed);
    assertThat(children(feed, "author")).isEqualTo(1);
    Set<String> ids = new HashSet<>();
    NodeList entries = feed.getElementsByTagNameNS(ATOM, "entry");
    Instant newest = Instant.parse(text(feed, "updated"));
    for (int i = 0; i < entries.getLength(); i++) {
      Element entry = (Element) entries.item(i);
      has(entry);
      assertThat(ids.add(text(entry, "id"))).as("no two entries have one id").isTrue();
      assertThat(Instant.parse(text(entry, "updated"))).isBeforeOrEqualTo(newest);
      assertThat(children(entry, "summary")).isLessThanOrEqualTo(1);
    }
    return feed;
  }

  private static void has(Element of) {
    assertThat(children(of, "id")).isEqualTo(1);
    assertThat(URI.create(text(of, "id")).isAbsolute()).isTrue();
    assertThat(children(of, "title")).isEqualTo(1);
    assertThat(text(of, "title")).isNotBlank();
    assertThat(children(of, "updated")).isEqualTo(1);
    assertThat(children(of, "link")).isPositive();
    NodeList links = of.getElementsByTagNameNS(ATOM, "link");
    for (int i = 0; i < links.getLength(); i++) {
      assertThat(URI.create(((Element) links.item(i)).getAttribute("href")).isAbsolute()).isTrue();
    }
  }

  private static int children(Element of, String name) {
    int count = 0;
    for (Node it = of.getFirstChild(); it != null; it = it.getNextSibling()) {
      if (name.equals(it.getLocalName()) && ATOM.equals(it.getNamespaceURI())) {
        count++;
      }
    }
    return count;
  }

  private static String text(Element of, String name) {
    return of.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
  }
}
