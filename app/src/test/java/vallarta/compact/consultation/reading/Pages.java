package vallarta.compact.consultation.reading;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/// Draws small PDF files line by line.
final class Pages implements AutoCloseable {

  private static final PDFont PLAIN = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
  private static final PDFont BOLD = new PDType1Font(Standard14Fonts.FontName.TIMES_BOLD);

  private final PDDocument document = new PDDocument();
  private PDPageContentStream content;

  Pages page() {
    try {
      endPage();
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      content = new PDPageContentStream(document, page);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Words at a distance from the left and from the top.
  Pages write(float x, float fromTop, float size, String words) {
    return write(PLAIN, x, fromTop, size, words);
  }

  Pages bold(float x, float fromTop, float size, String words) {
    return write(BOLD, x, fromTop, size, words);
  }

  private Pages write(PDFont font, float x, float fromTop, float size, String words) {
    try {
      content.beginText();
      content.setFont(font, size);
      content.newLineAtOffset(x, PDRectangle.A4.getHeight() - fromTop);
      content.showText(words);
      content.endText();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Words with a small raised mark after them.
  Pages marked(float x, float fromTop, float size, String words, String mark, String more) {
    try {
      content.beginText();
      content.newLineAtOffset(x, PDRectangle.A4.getHeight() - fromTop);
      content.setFont(PLAIN, size);
      content.showText(words);
      content.setFont(PLAIN, size * 0.6f);
      content.setTextRise(size * 0.35f);
      content.showText(mark);
      content.setTextRise(0);
      content.setFont(PLAIN, size);
      content.showText(more);
      content.endText();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Pages picture() {
    try {
      BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
      content.drawImage(LosslessFactory.createFromImage(document, image), 0, 0, 500, 700);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Pages encrypt(String password) {
    try {
      document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes() {
    try {
      endPage();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void endPage() throws IOException {
    if (content != null) {
      content.close();
    }
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
