package vallarta.compact.consultation.coding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vallarta.compact.language.Language;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Row;
import vallarta.compact.table.RowCheck;
import vallarta.compact.table.Table;

/// Reads the table of the matching terms of a codebook.
final class TermRows {

  /// What a term may look like: told beside a term that is none.
  private static final List<String> EXAMPLES =
      List.of("decent work", "=CEDAW", "migra*", "access to services ~2", "a + b (kind all)");

  private final Scheme scheme;
  private final Set<String> ids;
  private final boolean tested;
  private final RowCheck check = new RowCheck();
  private final Set<Term> seen = new HashSet<>();
  private final Map<Language, Lexicon> lexicons = new EnumMap<>(Language.class);

  /// @param tested whether the terms are known to have words, which takes time to find out
  TermRows(Scheme scheme, Set<String> ids, boolean tested) {
    this.scheme = scheme;
    this.tested = tested;
    this.ids = ids;
  }

  List<Problem> problems() {
    return check.problems();
  }

  List<Term> read(Table table) {
    List<Term> terms = new ArrayList<>();
    String column = scheme.name().toLowerCase(Locale.ROOT);
    if (check.columns(table, column, "language", "kind", "term")) {
      table.rows().forEach(row -> read(row, column).ifPresent(terms::add));
    }
    return terms;
  }

  private Optional<Term> read(Row row, String column) {
    int before = check.count();
    String concept = check.required(row, column);
    if (!concept.isEmpty() && !ids.contains(concept)) {
      check.add(row, column, Problem.Rule.UNKNOWN_REFERENCE, ids.stream().sorted().toList());
    }
    Optional<Language> language = Language.find(check.required(row, "language"));
    if (language.isEmpty()) {
      check.add(
          row,
          "language",
          Problem.Rule.NOT_IN_LIST,
          ThesaurusTables.LABELS.stream().map(Language::tag).toList());
    }
    Optional<Term.Kind> kind = kind(row);
    String text = check.required(row, "term");
    if (!text.isEmpty() && kind.isPresent() && Phrase.flaw(kind.get(), text).isPresent()) {
      check.add(row, "term", Problem.Rule.NOT_A_TERM, EXAMPLES);
    }
    if (check.count() > before || language.isEmpty() || kind.isEmpty()) {
      return Optional.empty();
    }
    Term term = new Term(scheme, concept, language.get(), kind.get(), text);
    if (!seen.add(term)) {
      check.add(row, "term", Problem.Rule.REPEATED_KEY, List.of());
    } else if (!tested && !hasWords(term)) {
      check.add(row, "term", Problem.Rule.NOT_A_TERM, EXAMPLES);
    }
    return check.count() > before ? Optional.empty() : Optional.of(term);
  }

  /// Words that are all too common to have a stem would never be found.
  private boolean hasWords(Term term) {
    Lexicon lexicon =
        lexicons.computeIfAbsent(term.language(), it -> new Lexicon(new WordForms(it)));
    return term.phrases().stream().noneMatch(phrase -> lexicon.add(phrase).slots().isEmpty());
  }

  /// Themes are not taken from the context, so no term of theirs is of that kind.
  private Optional<Term.Kind> kind(Row row) {
    String tag = check.required(row, "kind");
    Optional<Term.Kind> kind =
        Term.Kind.find(tag).filter(it -> scheme == Scheme.DIMENSION || it != Term.Kind.CONTEXT);
    if (!tag.isEmpty() && kind.isEmpty()) {
      check.add(row, "kind", Problem.Rule.NOT_IN_LIST, allowed());
    }
    return kind;
  }

  private List<String> allowed() {
    return scheme == Scheme.DIMENSION
        ? List.of("any", "all", "not", "context")
        : List.of("any", "all", "not");
  }
}
