package vallarta.compact.table;

import java.util.List;

/// How an import went.
///
/// @param what is imported, as its command calls it
/// @param rows how many rows or files there were
/// @param written how many of them are new or changed something; 0 in a dry run or when problems
///   stopped it
/// @param problems of all rows
/// @param dryRun whether nothing was to be written
public record ImportResult(
    String what, int rows, int written, List<Problem> problems, boolean dryRun) {

  public ImportResult {
    problems = List.copyOf(problems);
  }
}
