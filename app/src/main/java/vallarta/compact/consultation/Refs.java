package vallarta.compact.consultation;

import java.util.Optional;

/// References such as `S-142`: a letter for the kind and a number.
final class Refs {

  private static final int DIGITS = 18;

  private Refs() {}

  static Optional<Long> number(String prefix, String ref) {
    String digits = ref.startsWith(prefix) ? ref.substring(prefix.length()) : "";
    boolean number =
        !digits.isEmpty()
            && digits.length() <= DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Optional.of(Long.valueOf(digits)) : Optional.empty();
  }
}
