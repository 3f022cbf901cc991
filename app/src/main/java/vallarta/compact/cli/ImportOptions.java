package vallarta.compact.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import vallarta.compact.language.Words;
import vallarta.compact.table.ImportResult;

/// Options of every import, and how its result is told.
public final class ImportOptions {

  @Option(names = "--dry-run", description = "Only tell what would be done.")
  private boolean dryRun;

  @Option(
      names = "--skip-bad-rows",
      description = "Write the rows that are right and leave out those with a problem.")
  private boolean skipBadRows;

  public boolean dryRun() {
    return dryRun;
  }

  public boolean skipBadRows() {
    return skipBadRows;
  }

  /// Tells the result, the problems on standard error; 1 when problems kept it from being written.
  public int tell(CommandLine command, DataOptions data, ImportResult result) {
    Words words = Problems.here();
    PrintWriter talk = command.getErr();
    Problems.tell(talk, result.problems());
    if (data.json()) {
      command.getOut().println(JsonMapper.shared().writeValueAsString(json(words, result)));
    } else {
      String key =
          result.dryRun()
              ? "cli.import.dry-run"
              : stopped(result) ? "cli.import.stopped" : "cli.import.done";
      talk.println(
          words.t(
              key,
              Map.of(
                  "what", result.what(),
                  "rows", result.rows(),
                  "written", result.written(),
                  "problems", result.problems().size())));
    }
    return result.problems().isEmpty() || (skipBadRows && !dryRun) ? 0 : FrontDoor.WRONG;
  }

  private boolean stopped(ImportResult result) {
    return !result.problems().isEmpty() && !skipBadRows;
  }

  private static Map<String, Object> json(Words words, ImportResult result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("what", result.what());
    json.put("rows", result.rows());
    json.put("written", result.written());
    json.put("dryRun", result.dryRun());
    json.put(
        "problems",
        result.problems().stream()
            .map(it -> {
              Map<String, Object> problem = new LinkedHashMap<>();
              problem.put("file", it.file());
              problem.put("row", it.row());
              problem.put("column", it.column());
              problem.put("value", it.value());
              problem.put("rule", it.rule().tag());
              problem.put("allowed", it.allowed());
              problem.put("message", Problems.words(words, it));
              return problem;
            })
            .toList());
    return json;
  }
}
