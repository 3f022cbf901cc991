package vallarta.compact.record;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How far the record is.
///
/// @param size entries under the newest signed checkpoint
/// @param root of the tree over them, in base64; empty before the first checkpoint
/// @param checkpoint the signed note as it is published, or empty
/// @param key the public key that signed it, as a C2SP verifier key, or empty
/// @param waiting committed entries that no checkpoint covers yet
/// @param lag how long the oldest of these has been waiting
/// @param trouble why entries are not taken over, null when all is well
public record Standing(
    long size,
    String root,
    String checkpoint,
    String key,
    long waiting,
    Duration lag,
    @Nullable String trouble) {}
