package vallarta.compact.consultation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vallarta.compact.consultation.coding.Skos;
import vallarta.compact.consultation.coding.Thesaurus;
import vallarta.compact.consultation.coding.ThesaurusTables;
import vallarta.compact.table.Problem;

/// A thesaurus as somebody hands it in: a folder with the four tables, or one file of SKOS.
///
/// @param thesaurus of the rows without problems
/// @param rows how many concepts and terms it has
/// @param problems with the name of their table
public record ThesaurusFiles(Thesaurus thesaurus, int rows, List<Problem> problems) {

  public static ThesaurusFiles read(Path path) throws IOException {
    ThesaurusTables.Result result = result(path);
    List<Problem> problems =
        result.problems().entrySet().stream()
            .flatMap(table -> table.getValue().stream().map(it -> it.in(table.getKey())))
            .toList();
    Thesaurus thesaurus = result.thesaurus();
    return new ThesaurusFiles(
        thesaurus, thesaurus.all().size() + thesaurus.terms().size(), problems);
  }

  private static ThesaurusTables.Result result(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return ThesaurusTables.read(path);
    }
    try (InputStream in = Files.newInputStream(path)) {
      return Skos.read(in);
    }
  }
}
