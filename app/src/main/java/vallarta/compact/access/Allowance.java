package vallarta.compact.access;

import java.time.Duration;
import java.util.Locale;

/// How often something may be tried from one network address, or with one account.
public enum Allowance {
  /// Signing in, from one address: a room full of delegates shares one.
  SIGN_IN(60, Duration.ofMinutes(5)),
  /// Wrong passwords and codes of one account.
  PROOF(10, Duration.ofMinutes(15)),
  /// What sends a mail.
  LETTER(20, Duration.ofHours(1)),
  /// Letters to one mailbox.
  MAILBOX(3, Duration.ofHours(1)),
  /// Forms that anybody may send.
  FORM(60, Duration.ofMinutes(10)),
  /// Files that anybody may have checked.
  UPLOAD(20, Duration.ofMinutes(10));

  private final int times;
  private final Duration within;

  Allowance(int times, Duration within) {
    this.times = times;
    this.within = within;
  }

  /// The word in tables: `sign-in`.
  String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public int times() {
    return times;
  }

  public Duration within() {
    return within;
  }
}
