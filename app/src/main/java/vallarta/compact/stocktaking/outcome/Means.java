package vallarta.compact.stocktaking.outcome;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vallarta.compact.language.Words;

/// What a proposed commitment needs, or what somebody offers for it.
///
/// @param id number in the register
/// @param offer whether it is offered; else it is needed
/// @param amount null where none is said
/// @param unit ISO 4217 for money, else a word; empty without an amount
/// @param period in words, or empty
record Means(
    long id,
    boolean offer,
    Kind kind,
    String text,
    @Nullable BigDecimal amount,
    String unit,
    String period) {

  /// What it consists of (2030 Agenda, targets 17.1 to 17.19).
  enum Kind {
    FINANCE,
    CAPACITY,
    TECHNOLOGY,
    LAW,
    DATA,
    PARTNERSHIP;

    static Kind of(String tag) {
      return valueOf(tag.toUpperCase(Locale.ROOT));
    }

    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Its reference: `ME-3`.
  String ref() {
    return "ME-" + id;
  }

  String figure() {
    return amount == null ? "" : amount.stripTrailingZeros().toPlainString() + " " + unit;
  }

  /// The same as a language writes numbers.
  String figure(Words words) {
    return amount == null ? "" : words.n(amount) + " " + unit;
  }
}
