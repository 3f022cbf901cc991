package vallarta.compact.consultation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vallarta.compact.consultation.Input.Consent;
import vallarta.compact.consultation.StatementColumns.Part;
import vallarta.compact.consultation.passage.FoundStatement;
import vallarta.compact.consultation.passage.Kind;
import vallarta.compact.consultation.passage.Passage;
import vallarta.compact.consultation.passage.PassageSplitter;
import vallarta.compact.consultation.passage.StatementFinder;
import vallarta.compact.consultation.reading.Reading;
import vallarta.compact.consultation.reading.ReadingStatus;
import vallarta.compact.language.Language;
import vallarta.compact.language.LanguageDetector;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Row;
import vallarta.compact.table.RowCheck;
import vallarta.compact.table.Table;

/// A CSV file with one statement a row.
///
/// @param entries the rows that are right
/// @param problems of the rows that are not
/// @param language the language of all rows, null when there are several or none is known
record StatementTable(
    List<Entry> entries, List<Problem> problems, @Nullable Language language, Reading reading) {

  private static final int SAMPLE = 60;

  /// One statement as a row gives it.
  record Entry(
      int row,
      String ref,
      String text,
      Language language,
      @Nullable Kind kind,
      String speaker,
      String addressee,
      @Nullable Stakeholder voice,
      @Nullable Consultation consultation,
      Consent consent,
      String toldBy) {

    /// The row's text as one statement: what the row says of kind, speaker and addressee holds over
    /// what is found.
    FoundStatement found(PassageSplitter splitter, StatementFinder finder) {
      Passage whole = splitter.whole(text);
      FoundStatement found = finder.findWhole(whole, Kind.FACT, language);
      boolean same = kind == null || kind == found.kind();
      return new FoundStatement(
          whole,
          kind == null ? found.kind() : kind,
          same ? found.cue() : "",
          speaker.isEmpty() ? found.speaker() : speaker,
          addressee.isEmpty() ? found.addressee() : addressee,
          "");
    }

    Statement statement(Input input, FoundStatement found, List<Code> codes) {
      return new Statement(
          new StatementId(0),
          input,
          row,
          ref,
          found,
          language,
          voice == null ? input.voice() : voice,
          consultation == null ? input.consultation() : consultation,
          consent,
          toldBy.isEmpty() ? input.toldBy() : toldBy,
          codes);
    }
  }

  static StatementTable read(
      Incoming file, StatementColumns columns, Known known, LanguageDetector detector) {
    Table table;
    try {
      table = Table.read(file.path());
    } catch (IOException e) {
      Problem unreadable = new Problem(0, "", file.name(), Problem.Rule.UNREADABLE, List.of());
      return new StatementTable(
          List.of(), List.of(unreadable), null, reading(ReadingStatus.BROKEN));
    }
    return new Reader(file, table, columns, known, detector).read();
  }

  private static Reading reading(ReadingStatus status) {
    return new Reading(status, "", "text/csv", 0, "", List.of());
  }

  /// Reads the rows of one table.
  private static final class Reader {

    private final Incoming file;
    private final Table table;
    private final Known known;
    private final LanguageDetector detector;
    private final Map<Part, String> headers = new EnumMap<>(Part.class);
    private final RowCheck check = new RowCheck();
    private final Map<String, Stakeholder> voices = new HashMap<>();

    Reader(
        Incoming file,
        Table table,
        StatementColumns columns,
        Known known,
        LanguageDetector detector) {
      this.file = file;
      this.table = table;
      this.known = known;
      this.detector = detector;
      for (Part part : Part.values()) {
        columns.find(part, table).ifPresent(header -> headers.put(part, header));
      }
    }

    StatementTable read() {
      String text = headers.getOrDefault(Part.TEXT, Part.TEXT.tag());
      if (!check.columns(table, text)) {
        return new StatementTable(List.of(), check.problems(), null, reading(ReadingStatus.BROKEN));
      }
      Optional<Language> shared = sharedLanguage(text);
      List<Entry> entries = new ArrayList<>();
      Set<String> refs = new HashSet<>();
      for (Row row : table.rows()) {
        int before = check.count();
        Entry entry = entry(row, text, shared);
        if (!entry.ref().isEmpty() && !refs.add(entry.ref())) {
          check.add(row, header(Part.REF), Problem.Rule.REPEATED_KEY, List.of());
        }
        if (check.count() == before) {
          entries.add(entry);
        }
      }
      Language only =
          shared.orElseGet(() -> {
            List<Language> used = entries.stream().map(Entry::language).distinct().toList();
            return used.size() == 1 ? used.getFirst() : null;
          });
      ReadingStatus status = entries.isEmpty() ? ReadingStatus.EMPTY : ReadingStatus.READ;
      return new StatementTable(entries, check.problems(), only, reading(status));
    }

    private Entry entry(Row row, String text, Optional<Language> shared) {
      String words = check.required(row, text);
      String kindHeader = header(Part.KIND);
      return new Entry(
          (int) row.number(),
          row.get(header(Part.REF)),
          words,
          language(row, words, shared),
          check.oneOf(row, kindHeader, Kind.class).orElse(null),
          row.get(header(Part.SPEAKER)),
          row.get(header(Part.ADDRESSEE)),
          voice(row),
          consultation(row),
          check.oneOf(row, header(Part.CONSENT), Consent.class).orElse(file.declared().consent()),
          row.get(header(Part.TOLD_BY)));
    }

    private String header(Part part) {
      return headers.getOrDefault(part, part.tag());
    }

    private @Nullable Stakeholder voice(Row row) {
      String name = row.get(header(Part.STAKEHOLDER));
      if (name.isEmpty()) {
        return null;
      }
      StakeholderType type =
          check
              .oneOf(row, header(Part.STAKEHOLDER_TYPE), StakeholderType.class)
              .orElse(StakeholderType.UNKNOWN);
      return voices.computeIfAbsent(
          name, it -> known.findStakeholder(it).orElseGet(() -> Stakeholder.named(it, type, "")));
    }

    private @Nullable Consultation consultation(Row row) {
      String ref = row.get(header(Part.CONSULTATION));
      if (ref.isEmpty()) {
        return null;
      }
      Consultation found = known.findConsultation(ref).orElse(null);
      if (found == null) {
        check.add(
            row,
            header(Part.CONSULTATION),
            Problem.Rule.UNKNOWN_REFERENCE,
            known.someConsultations());
      }
      return found;
    }

    private Language language(Row row, String words, Optional<Language> shared) {
      String header = header(Part.LANGUAGE);
      String tag = row.get(header);
      if (!tag.isEmpty()) {
        Optional<Language> declared = Language.find(tag);
        if (declared.isEmpty()) {
          check.add(
              row,
              header,
              Problem.Rule.NOT_IN_LIST,
              Language.list().stream().map(Language::tag).toList());
        }
        return declared.orElse(Language.EN);
      }
      return shared.or(() -> detector.detect(words)).orElse(Language.EN);
    }

    /// The declared language, else the one that a sample of the rows agrees on: then no row is
    /// looked at alone.
    private Optional<Language> sharedLanguage(String text) {
      Language declared = file.declared().language();
      if (declared != null) {
        return Optional.of(declared);
      }
      if (headers.containsKey(Part.LANGUAGE)) {
        return Optional.empty();
      }
      List<Row> rows = table.rows();
      int step = Math.max(1, rows.size() / SAMPLE);
      Map<Language, Integer> votes = new EnumMap<>(Language.class);
      int cast = 0;
      for (int i = 0; i < rows.size(); i += step) {
        Optional<Language> vote = detector.detect(rows.get(i).get(text));
        vote.ifPresent(it -> votes.merge(it, 1, Integer::sum));
        cast += vote.isPresent() ? 1 : 0;
      }
      int needed = cast * 9 / 10;
      return votes.entrySet().stream()
          .filter(vote -> vote.getValue() > needed)
          .map(Map.Entry::getKey)
          .findFirst();
    }
  }
}
