package vallarta.compact.record;

/// Something that record, rows and log do not tell alike, and exactly where.
public sealed interface Finding {

  /// The reference of the object concerned, empty when none is known.
  String of();

  /// The place in words for whoever keeps the store.
  String place();

  /// A published object that no entry tells of.
  record MissingEntry(String of) implements Finding {
    @Override
    public String place() {
      return "%s is published, but the record has no entry of it".formatted(of);
    }
  }

  /// An entry whose object is not published any more.
  record MissingRow(String of, long entry) implements Finding {
    @Override
    public String place() {
      return "%s is in the record (entry %d of the store), but not among the rows"
          .formatted(of, entry);
    }
  }

  /// A field that reads otherwise than its newest entry says.
  ///
  /// @param recorded what the entry says, empty for nothing
  /// @param now what the row says, empty for nothing
  record ChangedValue(String of, String field, String recorded, String now) implements Finding {
    @Override
    public String place() {
      return "%s, field %s: the record says “%s”, the row says “%s”"
          .formatted(of, field, recorded, now);
    }
  }

  /// Salt and value of a field that do not give the digest kept beside them.
  record ChangedDisclosure(String of, long entry, String field) implements Finding {
    @Override
    public String place() {
      return "%s, field %s: its disclosure does not give the digest (entry %d of the store)"
          .formatted(of, field, entry);
    }
  }

  /// An entry whose bytes are not those of its columns and digests, or not those of its leaf.
  record ChangedEntry(String of, long entry) implements Finding {
    @Override
    public String place() {
      return "%s: entry %d of the store was changed".formatted(of, entry);
    }
  }

  /// An entry that the log has otherwise, or not at all.
  record DifferentInLog(String of, long index) implements Finding {
    @Override
    public String place() {
      return "%s: the log does not have this entry at index %d".formatted(of, index);
    }
  }

  /// A place of the log for which the store has no entry.
  record MissingIndex(long index) implements Finding {
    @Override
    public String of() {
      return "";
    }

    @Override
    public String place() {
      return "the store has no entry with index %d".formatted(index);
    }
  }
}
