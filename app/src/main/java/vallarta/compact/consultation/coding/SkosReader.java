package vallarta.compact.consultation.coding;

import static vallarta.compact.consultation.coding.SkosNames.SKOS;
import static vallarta.compact.consultation.coding.SkosNames.TERMS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import vallarta.compact.consultation.coding.RdfXml.Statement;
import vallarta.compact.language.Language;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Row;
import vallarta.compact.table.Table;

/// Turns a SKOS document into the rows of the tables, which are then checked as those are.
final class SkosReader {

  private static final Set<String> COLLECTIONS =
      Set.of(
          SKOS + "Collection",
          SKOS + "OrderedCollection",
          "http://purl.org/iso25964/skos-thes#ConceptGroup");

  /// A thing of the document on its way to a row.
  private static final class Thing {
    private final long line;
    private final String id;
    private final Map<String, String> cells = new HashMap<>();
    private final List<Row> terms = new ArrayList<>();
    private Scheme scheme = Scheme.THEME;
    private boolean group;

    Thing(long line, String iri) {
      this.line = line;
      this.id = id(iri);
    }

    Row row() {
      cells.put("id", id);
      return new Row(line, Map.copyOf(cells));
    }
  }

  private final Map<String, Thing> things = new LinkedHashMap<>();

  ThesaurusTables.Result read(byte[] document) {
    List<Problem> problems = new ArrayList<>();
    try {
      List<Statement> statements = RdfXml.read(document);
      statements.forEach(this::thing);
      statements.forEach(this::scheme);
      boolean own = statements.stream().anyMatch(it -> it.object().equals(SkosNames.THEME_SCHEME));
      statements.forEach(it -> tell(it, own));
      inGroups();
      if (things.isEmpty()) {
        problems.add(unreadable(0, "no skos:Concept"));
      }
    } catch (XMLStreamException e) {
      long line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      problems.add(unreadable(line, String.valueOf(e.getMessage())));
    }
    ThesaurusTables.Result result = ThesaurusTables.read(this::table, false);
    result.problems().values().forEach(problems::addAll);
    return new ThesaurusTables.Result(
        result.thesaurus(), problems.isEmpty() ? Map.of() : Map.of("skos", problems));
  }

  private static Problem unreadable(long line, String why) {
    return new Problem(line, "", why, Problem.Rule.UNREADABLE, List.of());
  }

  private void thing(Statement statement) {
    if (statement.property().equals(RdfXml.TYPE)) {
      boolean group = COLLECTIONS.contains(statement.object());
      if (group || statement.object().equals(SKOS + "Concept")) {
        Thing thing =
            things.computeIfAbsent(statement.subject(), iri -> new Thing(statement.line(), iri));
        thing.group = group;
      }
    }
  }

  private void scheme(Statement statement) {
    Thing thing = things.get(statement.subject());
    if (thing != null && statement.object().equals(SkosNames.DIMENSION_SCHEME)) {
      thing.scheme = Scheme.DIMENSION;
    }
  }

  private void tell(Statement statement, boolean own) {
    Thing thing = things.get(statement.subject());
    if (thing == null) {
      return;
    }
    String property = statement.property();
    if (property.startsWith(TERMS)) {
      term(thing, statement, property.substring(TERMS.length()));
    } else if (property.startsWith(SKOS)) {
      skos(thing, property.substring(SKOS.length()), statement, own);
    }
  }

  private void skos(Thing thing, String property, Statement statement, boolean own) {
    switch (property) {
      case "prefLabel" -> {
        label(thing, statement);
        if (!own && !thing.group) {
          term(thing, statement, Term.Kind.ANY.tag());
        }
      }
      case "altLabel", "hiddenLabel" -> term(thing, statement, Term.Kind.ANY.tag());
      case "notation" -> {
        thing.cells.putIfAbsent("notation", statement.object());
        thing.cells.putIfAbsent("letter", statement.object());
      }
      case "definition" -> {
        if (language(statement) == Language.EN) {
          thing.cells.putIfAbsent("definition_en", statement.object());
        }
      }
      case "broader" -> thing.cells.putIfAbsent("broader", id(statement.object()));
      case "narrower" -> {
        Thing narrower = things.get(statement.object());
        if (narrower != null) {
          narrower.cells.putIfAbsent("broader", thing.id);
        }
      }
      case "member" -> {
        Thing member = things.get(statement.object());
        if (member != null && thing.group) {
          member.cells.putIfAbsent("group", thing.id);
        }
      }
      default -> {}
    }
  }

  private static void label(Thing thing, Statement statement) {
    Language language = language(statement);
    if (language != null) {
      thing.cells.putIfAbsent("label_" + language.tag(), statement.object().strip());
    }
  }

  private static void term(Thing thing, Statement statement, String kind) {
    Language language = language(statement);
    if (language == null) {
      return;
    }
    Map<String, String> cells =
        Map.of(
            column(thing.scheme),
            thing.id,
            "language",
            language.tag(),
            "kind",
            kind,
            "term",
            statement.object().strip());
    if (thing.terms.stream().noneMatch(row -> row.cells().equals(cells))) {
      thing.terms.add(new Row(statement.line(), cells));
    }
  }

  private static String column(Scheme scheme) {
    return scheme.name().toLowerCase(Locale.ROOT);
  }

  /// A text without a language is taken for English.
  private static @org.jspecify.annotations.Nullable Language language(Statement statement) {
    return statement.language().isEmpty()
        ? Language.EN
        : Language.find(statement.language()).orElse(null);
  }

  /// Themes outside any collection stand in a group of their own.
  private void inGroups() {
    boolean alone = false;
    for (Thing thing : things.values()) {
      if (thing.scheme == Scheme.THEME && !thing.group && !thing.cells.containsKey("group")) {
        thing.cells.put("group", "themes");
        alone = true;
      }
    }
    if (alone) {
      Thing group = new Thing(0, "themes");
      group.group = true;
      group.cells.put("label_en", "Themes");
      things.put("urn:vallarta:group:themes", group);
    }
  }

  private Table table(String name) {
    Scheme scheme =
        name.equals(ThesaurusTables.THEMES) || name.equals(ThesaurusTables.THEME_TERMS)
            ? Scheme.THEME
            : Scheme.DIMENSION;
    List<Thing> of = things.values().stream().filter(it -> it.scheme == scheme).toList();
    if (name.equals(ThesaurusTables.THEMES) || name.equals(ThesaurusTables.DIMENSIONS)) {
      return new Table(
          List.of("id", "group", "broader", "notation", "letter", "label_en"),
          of.stream().map(Thing::row).toList());
    }
    return new Table(
        List.of(column(scheme), "language", "kind", "term"),
        of.stream().flatMap(it -> it.terms.stream()).toList());
  }

  /// The last part of an IRI, fit to be an id.
  private static String id(String iri) {
    String last = iri.replaceFirst("[/#]+$", "").replaceFirst(".*[/#:]", "");
    return last.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
  }
}
