package vallarta.engine.tlog;

/// What a key signs: the types of signed-note that a log needs.
public enum KeyType {
  /// Ed25519 over the text of a note: a log's signature.
  LOG(1),
  /// Ed25519 with a time over a checkpoint: a witness's cosignature/v1.
  WITNESS(4);

  private final byte code;

  KeyType(int code) {
    this.code = (byte) code;
  }

  byte code() {
    return code;
  }

  static KeyType of(byte code) {
    for (KeyType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new Refused(Reason.MALFORMED, "signature type " + code + " is not known here");
  }
}
