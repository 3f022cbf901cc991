package vallarta.compact.stocktaking;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import vallarta.compact.language.Language;
import vallarta.compact.table.Sheet;
import vallarta.compact.table.SheetWriter;

/// The results of a stocktake as a folder of files. Each file is written beside its place and moved
/// there whole.
final class StocktakeFolder {

  /// Writes one file.
  @FunctionalInterface
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private final Path folder;
  private final Synthesis synthesis;

  StocktakeFolder(Path folder, Synthesis synthesis) {
    this.folder = folder;
    this.synthesis = synthesis;
  }

  void write(String title, Language language) throws IOException {
    Files.createDirectories(folder);
    List<Sheet> sheets = new SynthesisSheets(synthesis).all();
    for (Sheet sheet : sheets) {
      file(sheet.name() + ".csv", out -> SheetWriter.csv(sheet, out));
    }
    file("stocktake.xlsx", out -> SheetWriter.xlsx(sheets, out));
    file("stocktake.json", out -> SheetWriter.json(sheets, out));
    String report = new StocktakeReport(synthesis, language, title).html();
    file("report.html", out -> out.write(report.getBytes(StandardCharsets.UTF_8)));
  }

  private void file(String name, Content content) throws IOException {
    Path beside = folder.resolve("." + name + ".part");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
      content.writeTo(out);
    }
    Files.move(beside, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }
}
