package vallarta.compact.consultation.reading;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Turns bytes of text into characters: by a byte order mark, else as UTF-8 if they are that, else
/// as the page declares, else by ICU's detector.
final class TextDecoder {

  private static final Pattern DECLARED =
      Pattern.compile(
          "(?:<meta[^>]{0,200}?charset|<\\?xml[^>]{0,100}?encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.\\-]{2,40})",
          Pattern.CASE_INSENSITIVE);

  private static final int LOOKED_AT_FOR_DECLARATION = 4096;
  private static final int LOOKED_AT_FOR_DETECTION = 1 << 16;

  /// What texts in the six languages come in. Others that the detector names are mistakes.
  private static final Set<String> EXPECTED =
      Set.of(
          "windows-1251",
          "windows-1252",
          "windows-1256",
          "windows-1250",
          "ISO-8859-1",
          "ISO-8859-5",
          "ISO-8859-6",
          "KOI8-R",
          "GB18030",
          "Big5",
          "IBM866",
          "UTF-16LE",
          "UTF-16BE");

  private TextDecoder() {}

  static String decode(byte[] bytes) {
    return decode(bytes, Optional.empty());
  }

  static String decodeHtml(byte[] bytes) {
    return decode(bytes, declared(bytes));
  }

  private static String decode(byte[] bytes, Optional<Charset> declared) {
    Optional<Bom> bom = Bom.find(bytes);
    if (bom.isPresent()) {
      return bom.get().decode(bytes);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, declared.orElseGet(() -> detected(bytes)));
    }
  }

  /// A byte order mark.
  private record Bom(Charset charset, List<Integer> mark) {

    private static final List<Bom> ALL =
        List.of(
            new Bom(StandardCharsets.UTF_8, List.of(0xEF, 0xBB, 0xBF)),
            new Bom(StandardCharsets.UTF_16BE, List.of(0xFE, 0xFF)),
            new Bom(StandardCharsets.UTF_16LE, List.of(0xFF, 0xFE)));

    static Optional<Bom> find(byte[] bytes) {
      return ALL.stream().filter(bom -> bom.begins(bytes)).findFirst();
    }

    private boolean begins(byte[] bytes) {
      return bytes.length >= mark.size()
          && IntStream.range(0, mark.size()).allMatch(i -> (bytes[i] & 0xFF) == mark.get(i));
    }

    String decode(byte[] bytes) {
      return new String(bytes, mark.size(), bytes.length - mark.size(), charset);
    }
  }

  private static Optional<Charset> declared(byte[] bytes) {
    int length = Math.min(bytes.length, LOOKED_AT_FOR_DECLARATION);
    Matcher found = DECLARED.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return found.find() ? charset(found.group(1)) : Optional.empty();
  }

  /// Browsers read pages that declare Latin 1 as windows-1252, and GB 2312 as its superset.
  private static Optional<Charset> charset(String name) {
    String widened =
        switch (name.toLowerCase(java.util.Locale.ROOT)) {
          case "iso-8859-1", "latin1", "us-ascii", "ascii" -> "windows-1252";
          case "gb2312", "gbk", "gb_2312-80" -> "GB18030";
          case "utf-8", "utf8" -> "";
          default -> name;
        };
    try {
      return widened.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(widened));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Charset detected(byte[] bytes) {
    if (isNearlyUtf8(bytes)) {
      return StandardCharsets.UTF_8;
    }
    CharsetDetector detector = new CharsetDetector();
    detector.setText(
        bytes.length <= LOOKED_AT_FOR_DETECTION
            ? bytes
            : java.util.Arrays.copyOf(bytes, LOOKED_AT_FOR_DETECTION));
    for (CharsetMatch match : detector.detectAll()) {
      if (EXPECTED.contains(match.getName())) {
        Optional<Charset> charset = charset(match.getName());
        if (charset.isPresent()) {
          return charset.get();
        }
      }
    }
    return Charset.forName("windows-1252");
  }

  /// A few broken bytes in a long text of UTF-8 do not make it another encoding.
  private static boolean isNearlyUtf8(byte[] bytes) {
    String read = new String(bytes, StandardCharsets.UTF_8);
    long broken = read.chars().filter(c -> c == '\uFFFD').count();
    long beyondAscii = read.chars().filter(c -> c > 127).count();
    return broken * 20 < beyondAscii;
  }
}
