package vallarta.compact.record;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vallarta.compact.cli.Progress;
import vallarta.engine.tlog.DirectorySource;
import vallarta.engine.tlog.Fsck;
import vallarta.engine.tlog.Policy;
import vallarta.engine.tlog.Reason;
import vallarta.engine.tlog.Refused;
import vallarta.engine.tlog.SignedNote;
import vallarta.engine.tlog.TileSource;

/// A check of a whole log: whether it is signed and witnessed as one wants, every entry, and what
/// lies beside it when it was exported.
final class LogCheck {

  private final TileSource source;
  private final Policy policy;
  private final @Nullable RecordArchive archive;

  LogCheck(TileSource source, Policy policy) {
    this(source, policy, null);
  }

  private LogCheck(TileSource source, Policy policy, @Nullable RecordArchive archive) {
    this.source = source;
    this.policy = policy;
    this.archive = archive;
  }

  /// The check of a folder: of a log, or of a whole exported record.
  static LogCheck of(Path folder, Policy policy) {
    Path log = folder.resolve(RecordArchive.LOG);
    return Files.isDirectory(log)
        ? new LogCheck(new DirectorySource(log), policy, new RecordArchive(folder))
        : new LogCheck(new DirectorySource(folder), policy);
  }

  /// @return whether all is well
  boolean run(Progress progress, PrintWriter out) throws IOException {
    byte[] bytes =
        source
            .read("checkpoint")
            .orElseThrow(() -> new Refused(Reason.MISSING, "there is no checkpoint: is it a log?"));
    Policy.Verdict verdict = policy.verify(SignedNote.parse(bytes));
    Fsck.Report report =
        new Fsck(source, policy.logs().stream().map(Policy.Log::key).toList())
            .check(done -> progress.step(done, verdict.checkpoint().size(), ""));
    report.findings().forEach(finding -> out.println(finding));
    boolean whole = report.whole();
    if (whole && archive != null) {
      whole = archive.check(source, report.size(), out);
    }
    out.println(whole ? "VERIFIED" : "NOT VERIFIED");
    out.println("Entries:    " + report.size());
    tell(verdict, out);
    return whole;
  }

  static void tell(Policy.Verdict verdict, PrintWriter out) {
    out.println("Root:       " + verdict.checkpoint().root());
    out.println("Signed by:  " + verdict.signer());
    out.println(
        "Witnesses:  "
            + (verdict.cosignatures().isEmpty()
                ? "none"
                : verdict.cosignatures().stream()
                    .map(it -> it.witness().name() + " at " + it.at())
                    .collect(Collectors.joining(", "))));
  }
}
