package vallarta.compact.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import vallarta.compact.consultation.coding.Concept;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.consultation.coding.Thesaurus;
import vallarta.compact.language.Words;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.participation.States;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Piece;
import vallarta.compact.web.part.Saying;
import vallarta.compact.web.part.Tag;

/// What statements, codes, kinds, types and regions are called and how they are shown on a page.
public record Codebook(Thesaurus thesaurus, Words words) {

  /// For a document that has no pages to lead to.
  public static final UnaryOperator<String> NO_PAGES = path -> "";

  private static final String LETTERS = "HCLNRG";

  /// UN M49: the world, then each region before its parts.
  private static final List<String> REGIONS =
      List.of(
          "001", "002", "015", "202", "014", "017", "018", "011", "019", "419", "021", "013", "005",
          "029", "142", "145", "143", "034", "030", "035", "150", "151", "154", "039", "155", "009",
          "053", "054", "057", "061", "010");

  public String theme(String id) {
    return thesaurus.label(Scheme.THEME, id, words.language());
  }

  public String dimension(String id) {
    return thesaurus.label(Scheme.DIMENSION, id, words.language());
  }

  /// The ring of a dimension, 1 to 6.
  public int ring(Concept dimension) {
    return 1 + LETTERS.indexOf(dimension.notation());
  }

  public String kind(Statement it) {
    return words.t("consultation.kind." + it.found().kind().name().toLowerCase(Locale.ROOT));
  }

  public String type(StakeholderType type) {
    return words.t("consultation.stakeholder." + type.tag());
  }

  /// The UN M49 codes of the regions that have a name, the world first.
  public List<String> regions() {
    return REGIONS;
  }

  public String region(String m49) {
    return words.find("consultation.region." + (m49.isEmpty() ? "unknown" : m49)).orElse(m49);
  }

  /// What to call a voice: a State in the language of the page, all others by their own name.
  public String voice(Stakeholder voice) {
    return voice(voice, words);
  }

  /// The same where there is no codebook, as in a letter.
  public static String voice(Stakeholder voice, Words words) {
    if (!voice.isKnown()) {
      return words.t("consultation.stakeholder.unknown");
    }
    return isTranslated(voice) ? States.name(voice.state(), words.language()) : voice.name();
  }

  /// The code as a page shows it.
  public Tag tag(Code code) {
    Tag.State state =
        switch (code.state()) {
          case SUGGESTED -> Tag.State.SUGGESTED;
          case ACCEPTED -> Tag.State.ACCEPTED;
          case REJECTED -> Tag.State.REJECTED;
        };
    String label = thesaurus.label(code.scheme(), code.term(), words.language());
    int ring =
        code.scheme() == Scheme.DIMENSION
            ? thesaurus.find(Scheme.DIMENSION, code.term()).map(this::ring).orElse(0)
            : 0;
    return new Tag(label, ring, state, code.words());
  }

  /// The codes of a statement as a page shows them.
  public List<Tag> tags(Statement it) {
    return it.codes().stream().map(this::tag).toList();
  }

  /// Why a code is there, in words; empty for one that no words suggested.
  public String why(Code code) {
    return code.words().isEmpty()
        ? ""
        : words.t(
            "consultation.rule." + code.rule(),
            "words",
            code.words(),
            "matched",
            code.matched().replace("=", ""));
  }

  /// A statement as a list shows it.
  public Saying saying(Page page, Statement it) {
    return saying(page::link, it, Piece.of(it.text()), 1, "");
  }

  /// A statement as a list shows it, with hits marked and with those who say nearly the same.
  ///
  /// @param links from the path of a page to its address, or [#NO_PAGES]
  public Saying saying(
      UnaryOperator<String> links, Statement it, List<Piece> text, int voices, String groupHref) {
    boolean known = it.voice().isKnown();
    String speaker = it.found().speaker();
    return new Saying(
        it.id().toString(),
        links.apply("/statements/" + it.id()),
        text,
        it.language().tag(),
        known ? voice(it.voice()) : speaker,
        known && !isTranslated(it.voice()) ? it.voice().nameLanguage() : "",
        known ? about(it) : "",
        kind(it),
        it.input().name(),
        "",
        links.apply("/inputs/" + it.input().id()),
        place(it),
        voices,
        groupHref,
        tags(it),
        note(it));
  }

  /// Page, row and paragraph of a statement in words.
  public String place(Statement it) {
    List<String> places = new ArrayList<>();
    if (it.found().passage().page() > 0) {
      places.add(words.t("web.quote.page", "page", it.found().passage().page()));
    }
    if (it.row() > 0) {
      places.add(words.t("web.quote.row", "row", it.row()));
    }
    if (!it.found().passage().number().isEmpty()) {
      places.add(words.t("web.quote.paragraph", "number", it.found().passage().number()));
    }
    return String.join(", ", places);
  }

  private String about(Statement it) {
    List<String> about = new ArrayList<>();
    if (it.voice().type() != StakeholderType.UNKNOWN) {
      about.add(type(it.voice().type()));
    }
    if (!it.voice().region().isEmpty()) {
      about.add(region(it.voice().region()));
    }
    if (!it.found().speaker().isEmpty() && !it.found().speaker().equals(it.voice().name())) {
      about.add(words.t("consultation.speaker") + ": " + it.found().speaker());
    }
    return String.join(" · ", about);
  }

  private String note(Statement it) {
    if (!it.toldBy().isEmpty()) {
      return words.t("web.notice.told-by", "teller", it.toldBy());
    }
    return it.voice().fictional() ? words.t("web.notice.fictional") : "";
  }

  private static boolean isTranslated(Stakeholder voice) {
    return voice.type() == StakeholderType.STATE && !voice.fictional() && !voice.state().isEmpty();
  }
}
