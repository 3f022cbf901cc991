package vallarta.compact.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Allowance;
import vallarta.compact.access.Limited;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.store.Sha256;
import vallarta.compact.web.Page;
import vallarta.engine.tlog.Cosignature;
import vallarta.engine.tlog.Policy;
import vallarta.engine.tlog.ProofFile;
import vallarta.engine.tlog.Refused;
import vallarta.engine.tlog.SignedNote;

/// Somebody has a reference, a hash or a file, and asks whether the record has it.
@Controller
@OpenToAll
class VerifyPages {

  private static final String PROOF = "c2sp.org/tlog-proof@v1\n";
  private static final int LONGEST_PROOF = 1 << 20;

  /// @param sought as it was given, or empty when nothing was asked yet
  /// @param sha256 of the file that was given, or empty
  /// @param verdict of the proof that was given, null when none was or it does not hold
  /// @param index of the entry that the proof is about
  /// @param wrong why the proof does not hold, or empty
  /// @param witnesses of the record's policy who cosigned what is shown
  record Answer(
      String sought,
      String sha256,
      List<Entry> found,
      Policy.@Nullable Verdict verdict,
      long index,
      String wrong,
      EntryWords words,
      PublicRecord.Standing standing,
      List<Cosignature> witnesses) {

    boolean asked() {
      return !sought.isEmpty();
    }
  }

  private final PublicRecord record;
  private final Proofs proofs;
  private final RecordedPages places;

  VerifyPages(PublicRecord record, Proofs proofs, RecordedPages places) {
    this.record = record;
    this.proofs = proofs;
    this.places = places;
  }

  @GetMapping("/{language}/record/verify")
  ModelAndView ask(Page page, @RequestParam(defaultValue = "") String ref) throws IOException {
    String sought = ref.strip();
    return show(page, sought, "", record.find(sought), null, -1, "");
  }

  /// Takes a file, computes its hash or verifies the proof in it, and keeps nothing.
  @PostMapping("/{language}/record/verify")
  @Limited(Allowance.UPLOAD)
  ModelAndView ask(Page page, @RequestParam MultipartFile file) throws IOException {
    if (file.isEmpty()) {
      return show(page, "", "", List.of(), null, -1, "");
    }
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    if (isProof(file)) {
      return proof(page, name, file);
    }
    String sha256 = sha256(file);
    return show(page, name, sha256, record.find(sha256), null, -1, "");
  }

  private static boolean isProof(MultipartFile file) throws IOException {
    try (InputStream in = file.getInputStream()) {
      byte[] head = in.readNBytes(PROOF.length());
      return file.getSize() <= LONGEST_PROOF
          && new String(head, StandardCharsets.UTF_8).equals(PROOF);
    }
  }

  private ModelAndView proof(Page page, String name, MultipartFile file) throws IOException {
    try {
      ProofFile proof = ProofFile.parse(new String(file.getBytes(), StandardCharsets.UTF_8));
      Policy.Verdict verdict = proofs.check(proof);
      List<Entry> entry = record.entry(proof.index()).stream().toList();
      return show(page, name, "", entry, verdict, proof.index(), "");
    } catch (Refused e) {
      return show(page, name, "", List.of(), null, -1, e.place());
    }
  }

  private ModelAndView show(
      Page page,
      String sought,
      String sha256,
      List<Entry> found,
      Policy.@Nullable Verdict verdict,
      long index,
      String wrong)
      throws IOException {
    PublicRecord.Standing standing = record.standing();
    SignedNote note =
        verdict == null && !standing.checkpoint().isEmpty()
            ? SignedNote.parse(standing.checkpoint())
            : null;
    List<Cosignature> witnesses = note == null ? List.of() : proofs.cosignatures(note);
    return page.named("record.verify.title")
        .under("/record", page.words().t("record.title"))
        .show(
            "record/verify",
            new Answer(
                sought,
                sha256,
                found,
                verdict,
                index,
                wrong,
                new EntryWords(page, places),
                standing,
                verdict == null ? witnesses : verdict.cosignatures()));
  }

  private static String sha256(MultipartFile file) throws IOException {
    try (InputStream in = file.getInputStream()) {
      return Sha256.of(in);
    }
  }
}
