package vallarta.compact.consultation;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.consultation.coding.Thesaurus;
import vallarta.compact.language.Language;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Row;
import vallarta.compact.table.RowCheck;
import vallarta.compact.table.Table;

/// Reads the tables of the register: consultations, expected numbers, expected voices, decisions on
/// codes. Rows with a problem are told and left out.
final class ConsultationTables {

  /// A person's decision as a table gives it.
  record Decided(
      String statement,
      Scheme scheme,
      String term,
      boolean accepted,
      String byRole,
      String reason) {}

  /// What a person can decide.
  enum Decision {
    ACCEPTED,
    REJECTED
  }

  /// How many known references are shown beside one that is not.
  private static final int TOLD = 10;

  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

  private final Table table;
  private final RowCheck check = new RowCheck();

  ConsultationTables(Table table) {
    this.table = table;
  }

  List<Problem> problems() {
    return check.problems();
  }

  /// @param known those in the register, by reference: an announced deadline is not moved by a
  ///   table
  List<Consultation> consultations(Map<String, Consultation> known) {
    List<Consultation> read = new ArrayList<>();
    Set<String> refs = new HashSet<>();
    if (!check.columns(table, "ref", "type", "title")) {
      return read;
    }
    for (Row row : table.rows()) {
      int before = check.count();
      String ref = key(row, "ref", refs);
      check.required(row, "type");
      Optional<ConsultationType> type = check.oneOf(row, "type", ConsultationType.class);
      String title = check.required(row, "title");
      Optional<LocalDateTime> starts = check.dateTime(row, "starts");
      Optional<LocalDateTime> ends = check.dateTime(row, "ends");
      Optional<ZoneId> zone = check.zone(row, "zone");
      if (starts.isPresent() && row.get("zone").isEmpty()) {
        check.required(row, "zone");
      }
      if (starts.isPresent() && ends.filter(end -> end.isBefore(starts.get())).isPresent()) {
        check.add(row, "ends", Problem.Rule.ENDS_BEFORE_START, List.of());
      }
      boolean fictional = check.flag(row, "fictional");
      Consultation.Call call = call(row, zone.orElse(null), known.get(ref));
      if (check.count() == before && type.isPresent()) {
        read.add(
            new Consultation(
                ref,
                type.get(),
                title,
                row.get("title_language"),
                row.get("host"),
                row.get("place"),
                row.get("country"),
                starts.orElse(null),
                ends.orElse(null),
                zone.orElse(null),
                row.get("region_m49"),
                row.get("source"),
                fictional,
                call));
      }
    }
    return read;
  }

  /// What a row says of the call, else what is known of it already.
  private Consultation.@Nullable Call call(
      Row row, @Nullable ZoneId zone, @Nullable Consultation before) {
    Consultation.Call known = before == null ? null : before.call();
    Optional<LocalDateTime> said = deadline(row);
    List<Language> languages = languages(row, "call_languages");
    boolean takesLate = check.flag(row, "takes_late");
    if (known != null && before != null && !before.zoneId().equals(row.get("zone"))) {
      check.add(row, "zone", Problem.Rule.MOVED_DEADLINE, List.of(before.zoneId()));
    }
    if (said.isEmpty()) {
      return known;
    }
    if (known != null && !known.deadline().equals(said.get())) {
      check.add(row, "deadline", Problem.Rule.MOVED_DEADLINE, List.of(known.deadline().toString()));
    }
    if (zone == null) {
      check.required(row, "zone");
    } else if (zone.getRules().getValidOffsets(said.get()).isEmpty()) {
      ZoneOffsetTransition change = zone.getRules().getTransition(said.get());
      check.add(
          row,
          "deadline",
          Problem.Rule.NO_SUCH_TIME,
          List.of(
              change.getDateTimeBefore().minusMinutes(1).toString(),
              change.getDateTimeAfter().toString()));
    }
    return new Consultation.Call(
        said.get(), known == null ? null : known.extendedTo(), languages, takesLate);
  }

  /// A deadline that is a day alone is the last minute of it.
  private Optional<LocalDateTime> deadline(Row row) {
    boolean day = !row.get("deadline").strip().replace(' ', 'T').contains("T");
    return check.dateTime(row, "deadline").map(it -> day ? it.with(LAST_MINUTE) : it);
  }

  private List<Language> languages(Row row, String column) {
    List<Language> read = new ArrayList<>();
    for (String tag : row.get(column).split("[\\s,;]+")) {
      Optional<Language> language = Language.find(tag);
      language.ifPresent(read::add);
      if (!tag.isEmpty() && language.isEmpty()) {
        check.add(row, column, Problem.Rule.NOT_IN_LIST, languages());
      }
    }
    return read;
  }

  List<Expected> expected() {
    List<Expected> read = new ArrayList<>();
    Set<ConsultationType> types = new HashSet<>();
    if (!check.columns(table, "type", "expected", "approximate")) {
      return read;
    }
    for (Row row : table.rows()) {
      int before = check.count();
      check.required(row, "type");
      Optional<ConsultationType> type = check.oneOf(row, "type", ConsultationType.class);
      if (type.isPresent() && !types.add(type.get())) {
        check.repeated(row, "type");
      }
      check.required(row, "expected");
      int number = check.number(row, "expected").orElse(0);
      boolean approximate = check.flag(row, "approximate");
      if (check.count() == before && type.isPresent()) {
        read.add(new Expected(type.get(), number, approximate, row.get("source")));
      }
    }
    return read;
  }

  List<ExpectedVoice> expectedVoices() {
    List<ExpectedVoice> read = new ArrayList<>();
    Set<List<Object>> kinds = new HashSet<>();
    if (!check.columns(table, "stakeholder_type", "region_m49", "language", "expected")) {
      return read;
    }
    for (Row row : table.rows()) {
      int before = check.count();
      check.required(row, "stakeholder_type");
      Optional<StakeholderType> type = check.oneOf(row, "stakeholder_type", StakeholderType.class);
      Optional<Language> language = Language.find(row.get("language"));
      if (!row.get("language").isEmpty() && language.isEmpty()) {
        check.add(row, "language", Problem.Rule.NOT_IN_LIST, languages());
      }
      check.required(row, "expected");
      int number = check.number(row, "expected").orElse(0);
      if (check.count() > before || type.isEmpty()) {
        continue;
      }
      ExpectedVoice voice =
          new ExpectedVoice(
              type.get(), row.get("region_m49"), language.map(Language::tag).orElse(""), number);
      if (kinds.add(List.of(voice.type(), voice.region(), voice.language()))) {
        read.add(voice);
      } else {
        check.repeated(row, "stakeholder_type", "region_m49", "language");
      }
    }
    return read;
  }

  /// @param statements references of all statements
  List<Decided> decisions(Set<String> statements, Thesaurus thesaurus) {
    List<Decided> read = new ArrayList<>();
    if (!check.columns(table, "statement", "scheme", "term", "decision", "by_role")) {
      return read;
    }
    for (Row row : table.rows()) {
      int before = check.count();
      String statement = check.required(row, "statement");
      known(row, "statement", statements);
      check.required(row, "scheme");
      Optional<Scheme> scheme = check.oneOf(row, "scheme", Scheme.class);
      String term = check.required(row, "term");
      scheme.ifPresent(it -> known(row, "term", thesaurus.ids(it)));
      check.required(row, "decision");
      Optional<Decision> decision = check.oneOf(row, "decision", Decision.class);
      String byRole = check.required(row, "by_role");
      if (check.count() == before && scheme.isPresent()) {
        read.add(
            new Decided(
                statement,
                scheme.get(),
                term,
                decision.filter(it -> it == Decision.ACCEPTED).isPresent(),
                byRole,
                row.get("reason")));
      }
    }
    return read;
  }

  private String key(Row row, String column, Set<String> seen) {
    String key = check.required(row, column);
    if (!key.isEmpty() && !seen.add(key)) {
      check.add(row, column, Problem.Rule.REPEATED_KEY, List.of());
    }
    return key;
  }

  private void known(Row row, String column, Collection<String> references) {
    String value = row.get(column);
    if (!value.isEmpty() && !references.contains(value)) {
      check.add(
          row,
          column,
          Problem.Rule.UNKNOWN_REFERENCE,
          references.stream().sorted().limit(TOLD).toList());
    }
  }

  private static List<String> languages() {
    return Language.list().stream().map(Language::tag).toList();
  }
}
