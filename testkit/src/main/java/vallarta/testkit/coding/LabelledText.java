package vallarta.testkit.coding;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A recommendation of the Universal Periodic Review with the issues that experts gave it.
public record LabelledText(String text, Set<String> labels) {

  /// All recommendations of the files of the sessions in that folder: carriage returns between the
  /// rows, line breaks in quotes, and one file that is not UTF-8.
  public static List<LabelledText> read(Path folder) throws IOException {
    List<LabelledText> texts = new ArrayList<>();
    for (String sessions : List.of("1-5", "6-9", "10-13")) {
      String csv = decode(Files.readAllBytes(folder.resolve(sessions + ".csv")));
      try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
        for (NamedCsvRecord row : rows) {
          String text = row.getField("Text").strip();
          if (!text.isEmpty()) {
            texts.add(
                new LabelledText(
                    text,
                    Arrays.stream(row.getField("Issue").split(","))
                        .map(String::strip)
                        .collect(Collectors.toUnmodifiableSet())));
          }
        }
      }
    }
    return texts;
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }
}
