package vallarta.compact.consultation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vallarta.compact.table.Table;

/// Which header of a table of statements plays which part: named on the command line (`--map
/// text=Recommendation`), else known by one of the part's usual headers.
///
/// @param named the headers that were named
record StatementColumns(Map<Part, String> named) {

  /// What a column can hold.
  enum Part {
    REF("ref", "id", "reference"),
    TEXT("text", "statement", "recommendation", "texte", "texto"),
    STAKEHOLDER("stakeholder", "submitter", "from", "recommending state", "organisation"),
    STAKEHOLDER_TYPE("stakeholder_type", "submitter_type"),
    ADDRESSEE("addressee", "to", "state under review"),
    SPEAKER("speaker"),
    LANGUAGE("language", "lang"),
    KIND("kind"),
    CONSULTATION("consultation"),
    CONSENT("consent"),
    TOLD_BY("told_by");

    private final List<String> usual;

    Part(String... usual) {
      this.usual = List.of(usual);
    }

    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final StatementColumns USUAL = new StatementColumns(Map.of());

  /// From options of the form `part=header`.
  ///
  /// @throws IllegalArgumentException when an option names no part
  static StatementColumns of(Map<String, String> options) {
    Map<Part, String> named = new EnumMap<>(Part.class);
    options.forEach((part, header) -> named.put(part(part), header));
    return new StatementColumns(named);
  }

  /// The header of that part in the table.
  Optional<String> find(Part part, Table table) {
    String header = named.get(part);
    if (header != null) {
      return Optional.of(header);
    }
    return table.headers().stream()
        .filter(it -> part.usual.contains(it.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static Part part(String name) {
    return Arrays.stream(Part.values())
        .filter(part -> part.tag().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "--map knows no part '%s'; it knows %s"
                    .formatted(name, Arrays.stream(Part.values()).map(Part::tag).toList())));
  }
}
