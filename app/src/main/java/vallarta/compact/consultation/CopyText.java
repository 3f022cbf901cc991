package vallarta.compact.consultation;

import org.jspecify.annotations.Nullable;

/// Rows in the text format of PostgreSQL's COPY (documentation of COPY, section "Text Format").
final class CopyText {

  private final StringBuilder rows = new StringBuilder(1 << 16);
  private boolean first = true;

  CopyText cell(long value) {
    separate().append(value);
    return this;
  }

  CopyText cell(String value) {
    separate();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> rows.append("\\\\");
        case '\n' -> rows.append("\\n");
        case '\r' -> rows.append("\\r");
        case '\t' -> rows.append("\\t");
        case '\0' -> rows.append(' ');
        default -> rows.append(c);
      }
    }
    return this;
  }

  CopyText cellOrNull(@Nullable String value) {
    if (value == null) {
      separate().append("\\N");
      return this;
    }
    return cell(value);
  }

  void endRow() {
    rows.append('\n');
    first = true;
  }

  String text() {
    return rows.toString();
  }

  private StringBuilder separate() {
    if (!first) {
      rows.append('\t');
    }
    first = false;
    return rows;
  }
}
