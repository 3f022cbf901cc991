package vallarta.compact.consultation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.consultation.reading.ReadingStatus;
import vallarta.compact.language.Language;
import vallarta.compact.language.Texts;
import vallarta.compact.language.Words;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.table.Sheet;

/// The register, inputs and statements as tables. The columns are part of the product's interface:
/// they are added to, never renamed; those of the register are the columns of its import.
public final class ConsultationSheets {

  private static final Words ENGLISH = Texts.load().in(Language.EN);

  private ConsultationSheets() {}

  static Sheet consultations(List<Consultation> consultations) {
    return new Sheet(
        "consultations",
        List.of(
            "ref",
            "type",
            "title",
            "title_language",
            "host",
            "place",
            "country",
            "starts",
            "ends",
            "zone",
            "region_m49",
            "source",
            "fictional",
            "deadline",
            "extended_to",
            "call_languages",
            "takes_late"),
        consultations.stream().map(ConsultationSheets::row).toList());
  }

  private static List<Object> row(Consultation it) {
    Consultation.Call call = it.call();
    return List.of(
        it.ref(),
        it.type().tag(),
        it.title(),
        it.titleLanguage(),
        it.host(),
        it.place(),
        it.country(),
        it.start().map(at -> at.toLocalDateTime().toString()).orElse(""),
        it.end().map(at -> at.toLocalDateTime().toString()).orElse(""),
        it.zoneId(),
        it.region(),
        it.source(),
        Boolean.toString(it.fictional()),
        call == null ? "" : call.deadline().toString(),
        call == null || call.extendedTo() == null ? "" : call.extendedTo().toString(),
        call == null ? "" : String.join(" ", call.languages().stream().map(Language::tag).toList()),
        call == null ? "" : Boolean.toString(call.takesLate()));
  }

  /// Each file that came, with its hash, how reading it ended and why.
  public static Sheet inputs(Holdings holdings, List<Input> inputs) {
    return new Sheet(
        "inputs", inputHeaders(), inputs.stream().map(it -> row(holdings, it)).toList());
  }

  static List<String> inputHeaders() {
    return List.of(
        "id",
        "file",
        "title",
        "sha256",
        "bytes",
        "type",
        "pages",
        "status",
        "reason",
        "language",
        "language_source",
        "submitter",
        "submitter_type",
        "region",
        "consultation",
        "consent",
        "licence",
        "told_by",
        "statements",
        "submission",
        "late",
        "cosignatories");
  }

  private static List<Object> row(Holdings holdings, Input it) {
    Input.Submitted submitted = it.submitted();
    return List.of(
        it.id().toString(),
        it.fileName(),
        it.title(),
        it.sha256(),
        it.sizeBytes(),
        it.mediaType(),
        it.pages() == 0 ? "" : it.pages(),
        it.status().tag(),
        reason(it),
        it.languageTag(),
        it.languageSource().tag(),
        it.voice().name(),
        it.voice().type().tag(),
        it.voice().region(),
        ref(it.consultation()),
        it.consent().tag(),
        it.licence(),
        it.toldBy(),
        holdings.count(it),
        submitted == null ? "" : submitted.ref(),
        submitted == null ? "" : Boolean.toString(submitted.late()),
        submitted == null
            ? List.of()
            : submitted.cosignatories().stream().map(Stakeholder::name).toList());
  }

  /// Why it was not read, in English whatever the reader's language: a table has one language.
  private static String reason(Input it) {
    if (it.status() == ReadingStatus.READ) {
      return it.detail();
    }
    String why = ENGLISH.t("consultation.status." + it.status().tag());
    return it.detail().isEmpty() ? why : why + " (" + it.detail() + ")";
  }

  /// The columns of statements but for the group, which a later stage knows.
  public static List<String> statementHeaders() {
    return List.of(
        "id",
        "input",
        "row",
        "page",
        "start",
        "end",
        "language",
        "kind",
        "speaker",
        "dimensions",
        "themes",
        "text",
        "addressee",
        "submitter",
        "submitter_type",
        "region",
        "consultation",
        "paragraph",
        "own_ref",
        "told_by");
  }

  static Sheet statements(Stream<Statement> statements) {
    return new Sheet(
        "statements", statementHeaders(), statements.map(ConsultationSheets::row).toList());
  }

  /// The cells of one statement under [#statementHeaders()].
  public static List<Object> row(Statement it) {
    var passage = it.found().passage();
    return List.of(
        it.id().toString(),
        it.input().id().toString(),
        it.row() == 0 ? "" : it.row(),
        passage.page() == 0 ? "" : passage.page(),
        passage.start(),
        passage.end(),
        it.language().tag(),
        it.found().kind().name().toLowerCase(Locale.ROOT),
        it.found().speaker(),
        it.terms(Scheme.DIMENSION),
        it.terms(Scheme.THEME),
        it.text(),
        it.found().addressee(),
        it.voice().name(),
        it.voice().type().tag(),
        it.voice().region(),
        ref(it.consultation()),
        passage.number(),
        it.ownRef(),
        it.toldBy());
  }

  private static String ref(@org.jspecify.annotations.Nullable Consultation consultation) {
    return consultation == null ? "" : consultation.ref();
  }
}
