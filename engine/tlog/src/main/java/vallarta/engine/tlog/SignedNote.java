package vallarta.engine.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A text with the signatures of one or more keys (C2SP signed-note).
///
/// @param text with its final newline
/// @param signatures known or not, in the order they stand
public record SignedNote(String text, List<NoteSignature> signatures) {

  private static final int MOST_SIGNATURES = 100;

  /// Bytes of the longest note that is read.
  public static final int LONGEST = 1 << 20;

  public SignedNote {
    signatures = List.copyOf(signatures);
  }

  /// Reads a note; nothing is verified yet.
  ///
  /// @throws Refused [Reason#MALFORMED]
  public static SignedNote parse(byte[] bytes) {
    if (bytes.length > LONGEST) {
      throw new Refused(Reason.MALFORMED, "a note of " + bytes.length + " bytes is too long");
    }
    return parse(Text.utf8(bytes, "the note"));
  }

  /// Reads a note; nothing is verified yet.
  ///
  /// @throws Refused [Reason#MALFORMED]
  public static SignedNote parse(String note) {
    if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new Refused(Reason.MALFORMED, "a note has no control characters but newlines");
    }
    int split = note.lastIndexOf("\n\n");
    if (split < 0 || !note.endsWith("\n") || split + 2 == note.length()) {
      throw new Refused(
          Reason.MALFORMED, "a note is a text, an empty line and signature lines, each ended");
    }
    String[] lines = note.substring(split + 2, note.length() - 1).split("\n", -1);
    if (lines.length > MOST_SIGNATURES) {
      throw new Refused(Reason.MALFORMED, "a note with " + lines.length + " signatures");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : lines) {
      signatures.add(NoteSignature.parse(line));
    }
    return new SignedNote(note.substring(0, split + 1), signatures);
  }

  /// Holds when one of the keys signed; whoever else signed is ignored.
  ///
  /// @return the first of the keys that signed
  /// @throws Refused [Reason#UNKNOWN_KEY] when none did, [Reason#BAD_SIGNATURE] when a signature by
  ///   one of the keys does not verify
  public VerifierKey verify(List<VerifierKey> keys) {
    VerifierKey signer = null;
    for (NoteSignature signature : signatures) {
      for (VerifierKey key : keys) {
        if (key.type() == KeyType.LOG && key.made(signature)) {
          if (!key.verifies(text.getBytes(StandardCharsets.UTF_8), signature.signature())) {
            throw new Refused(
                Reason.BAD_SIGNATURE, "the signature of " + key.name() + " does not verify");
          }
          signer = signer == null ? key : signer;
        }
      }
    }
    if (signer == null) {
      throw new Refused(Reason.UNKNOWN_KEY, "no known key signed this note");
    }
    return signer;
  }

  /// What a witness states of this note, empty when it did not cosign.
  ///
  /// @throws Refused [Reason#BAD_SIGNATURE] when its cosignature does not verify
  public Optional<Cosignature> cosignature(VerifierKey witness) {
    return signatures.stream()
        .filter(witness::made)
        .findFirst()
        .map(signature -> Cosignature.verify(witness, text, signature));
  }

  /// The same note with more signatures, one a key: the newer stands.
  public SignedNote with(List<NoteSignature> more) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    for (NoteSignature signature : more) {
      all.removeIf(it -> it.keyId() == signature.keyId() && it.name().equals(signature.name()));
      all.add(signature);
    }
    return new SignedNote(text, all);
  }

  /// The bytes of the whole note.
  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  /// The whole note.
  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature).append('\n'));
    return note.toString();
  }
}
