package vallarta.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/// Public vectors of Merkle proofs, right ones and wrong ones, each wrong one refused for its
/// reason. The reasons are worked out by hand, from what each file says was done to the proof.
final class VectorsTest {

  private static final Pattern HASH = Pattern.compile("\"([^\"]*)\"");

  @TestFactory
  Stream<DynamicTest> inclusion() throws IOException {
    return files("inclusion").map(file -> DynamicTest.dynamicTest(name(file), inclusion(file)));
  }

  @TestFactory
  Stream<DynamicTest> consistency() throws IOException {
    return files("consistency").map(file -> DynamicTest.dynamicTest(name(file), consistency(file)));
  }

  private static Executable inclusion(Path file) {
    return () -> {
      Vector it = Vector.read(file);
      Executable verify =
          () ->
              new InclusionProof(it.number("leafIdx"), it.number("treeSize"), it.proof())
                  .verify(it.hash("leafHash"), it.hash("root"));
      expect(it, verify, inclusionReason(it));
    };
  }

  private static Executable consistency(Path file) {
    return () -> {
      Vector it = Vector.read(file);
      Executable verify =
          () ->
              new ConsistencyProof(it.number("size1"), it.number("size2"), it.proof())
                  .verify(it.hash("root1"), it.hash("root2"));
      expect(it, verify, consistencyReason(it));
    };
  }

  private static void expect(Vector it, Executable verify, Reason reason) throws Throwable {
    if (!it.wrong()) {
      verify.execute();
      return;
    }
    assertThatThrownBy(verify::execute)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private static Reason inclusionReason(Vector it) {
    String done = it.text("desc");
    if (done.contains("garbage") || done.equals("wrong leaf") || done.equals("leafIdx sub @1")) {
      // No hash, or 2^64 - 1; in the third tree one less than the index is a leaf of its own.
      return it.text("leafIdx").equals("4") ? Reason.ROOT_MISMATCH : Reason.MALFORMED;
    }
    if (it.number("leafIdx") >= it.number("treeSize")) {
      return Reason.OUT_OF_RANGE;
    }
    boolean length =
        Stream.of("preceding", "trailing", "inserted", "removed", "treeSize")
            .anyMatch(done::startsWith);
    return length ? Reason.PROOF_LENGTH : Reason.ROOT_MISMATCH;
  }

  private static Reason consistencyReason(Vector it) {
    String done = it.text("desc");
    if (done.contains("garbage") || done.startsWith("wrong root")) {
      return Reason.MALFORMED;
    }
    if (it.number("size1") > it.number("size2")) {
      return Reason.OUT_OF_RANGE;
    }
    if (done.startsWith("modified") || done.equals("swapped roots")) {
      // From size 1 the old root is where the proof begins, so only the new one can differ; of the
      // three hashes from 6 to 8 the second leads to the new root alone.
      boolean newOnly = it.number("size1") == 1 || done.contains("@1 bit");
      return newOnly ? Reason.ROOT_MISMATCH : Reason.INCONSISTENT;
    }
    return Reason.PROOF_LENGTH;
  }

  private static String name(Path file) {
    return file.getParent().getFileName() + "/" + file.getFileName();
  }

  private static Stream<Path> files(String kind) throws IOException {
    Path folder =
        Path.of(System.getProperty("vallarta.shared.data", "../shared/data"), "tlog", kind);
    Assumptions.assumeTrue(
        Files.isDirectory(folder), "skipped: the shared data 'tlog' is not on this machine");
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(it -> it.toString().endsWith(".json")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(40);
    return files.stream();
  }

  /// One file: a flat object of texts, numbers and one list of texts.
  private record Vector(String json) {

    static Vector read(Path file) throws IOException {
      return new Vector(Files.readString(file));
    }

    String text(String name) {
      Matcher found =
          Pattern.compile("\"" + name + "\":\\s*(?:\"([^\"]*)\"|([^,\\s}]+))").matcher(json);
      assertThat(found.find()).as(name).isTrue();
      return found.group(1) == null ? found.group(2) : found.group(1);
    }

    long number(String name) {
      return Text.decimal(text(name), name);
    }

    Hash hash(String name) {
      return Hash.parse(text(name));
    }

    boolean wrong() {
      return text("wantErr").equals("true");
    }

    List<Hash> proof() {
      Matcher list = Pattern.compile("\"proof\":\\s*\\[([^\\]]*)\\]").matcher(json);
      List<Hash> hashes = new ArrayList<>();
      if (list.find()) {
        Matcher each = HASH.matcher(list.group(1));
        while (each.find()) {
          hashes.add(Hash.parse(each.group(1)));
        }
      }
      return hashes;
    }
  }
}
