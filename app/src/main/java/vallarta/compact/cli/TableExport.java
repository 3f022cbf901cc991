package vallarta.compact.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vallarta.compact.table.Sheet;
import vallarta.compact.table.SheetWriter;

/// `vallarta export TABLE`: one table on standard output or in a file.
public abstract class TableExport implements Callable<Integer> {

  /// The forms of a table.
  enum Form {
    CSV,
    JSON,
    XLSX
  }

  @Option(
      names = "--format",
      paramLabel = "csv|json|xlsx",
      description = "Form of the table (default: csv, or the ending of --out).")
  private @Nullable Form form;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "File to write (default: standard output).")
  private @Nullable Path out;

  @Mixin private DataOptions data = new DataOptions();

  /// The table as of now.
  protected abstract Sheet sheet(Application application);

  @Override
  public final Integer call() throws IOException {
    try (Application application = data.open()) {
      Sheet sheet = sheet(application);
      if (out == null) {
        write(sheet, System.out);
        System.out.flush();
        return 0;
      }
      Path beside = out.resolveSibling("." + out.getFileName() + ".part");
      try (OutputStream file = Files.newOutputStream(beside)) {
        write(sheet, file);
      }
      Files.move(beside, out, StandardCopyOption.REPLACE_EXISTING);
      return 0;
    }
  }

  private void write(Sheet sheet, OutputStream to) throws IOException {
    switch (form()) {
      case CSV -> SheetWriter.csv(sheet, to);
      case JSON -> SheetWriter.json(sheet, to);
      case XLSX -> SheetWriter.xlsx(List.of(sheet), to);
    }
  }

  private Form form() {
    if (form != null) {
      return form;
    }
    String name = out == null ? "" : out.toString().toLowerCase(Locale.ROOT);
    return data.json() || name.endsWith(".json")
        ? Form.JSON
        : name.endsWith(".xlsx") ? Form.XLSX : Form.CSV;
  }
}
