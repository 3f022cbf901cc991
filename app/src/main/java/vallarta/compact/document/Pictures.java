package vallarta.compact.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Whether a picture may stand in a document: it travels within the HTML, is a PNG or a JPEG, and
/// takes no more memory than a photograph, however small its bytes.
final class Pictures {

  private static final Pattern DATA =
      Pattern.compile("data:image/(?:png|jpeg);base64,([A-Za-z0-9+/=]+)");
  private static final long MOST_PIXELS = 12_000_000;

  private Pictures() {}

  static boolean isSafe(String address) {
    Matcher data = DATA.matcher(address);
    if (!data.matches()) {
      return false;
    }
    try (ImageInputStream bytes =
        ImageIO.createImageInputStream(
            new ByteArrayInputStream(Base64.getDecoder().decode(data.group(1))))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
      return readers.hasNext() && isSmall(readers.next(), bytes);
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isSmall(ImageReader reader, ImageInputStream bytes) throws IOException {
    try {
      reader.setInput(bytes);
      return (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
    } finally {
      reader.dispose();
    }
  }
}
