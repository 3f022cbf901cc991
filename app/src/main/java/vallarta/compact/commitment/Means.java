package vallarta.compact.commitment;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A means of implementation that a commitment needs or offers.
///
/// @param id number in the register, 0 for one that is not written yet
/// @param offer whether it is offered; else it is needed
/// @param amount null where none is said
/// @param unit ISO 4217 for money, else a word; empty without an amount
/// @param period in words, or empty
/// @param region UN M49 code of where it is needed or offered, or empty for anywhere
public record Means(
    long id,
    boolean offer,
    Kind kind,
    String text,
    @Nullable BigDecimal amount,
    String unit,
    String period,
    String region) {

  /// What it consists of (2030 Agenda, targets 17.1 to 17.19).
  public enum Kind {
    FINANCE,
    CAPACITY,
    TECHNOLOGY,
    LAW,
    DATA,
    PARTNERSHIP;

    public static Kind of(String tag) {
      return valueOf(tag.toUpperCase(Locale.ROOT));
    }

    public String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Its reference: `MN-4`.
  public String ref() {
    return "MN-" + id;
  }

  /// Amount and unit in one, or empty.
  public String figure() {
    return amount == null ? "" : amount.stripTrailingZeros().toPlainString() + " " + unit;
  }
}
