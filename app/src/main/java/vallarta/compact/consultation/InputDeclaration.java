package vallarta.compact.consultation;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vallarta.compact.consultation.Input.Consent;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;

/// What the one who imports says of all files that no manifest names.
///
/// @param manifest a table that says more of single files, or null
/// @param language null: detected, and marked so
/// @param title what to call it, or empty: then it is called by its file's name
/// @param consultation reference of the consultation, or empty
/// @param toldBy who tells it when the words are not the speaker's own, or empty
/// @param columnNames which header of a table of statements plays which part, by part
public record InputDeclaration(
    @Nullable Path manifest,
    @Nullable Language language,
    String title,
    Submitter submitter,
    String consultation,
    Publication publication,
    String toldBy,
    boolean fictional,
    Map<String, String> columnNames) {

  /// Who handed it in.
  ///
  /// @param name key in the register or name, or empty
  /// @param type of one who is not in the register yet
  /// @param region UN M49 code for one who is not in the register yet, or empty
  public record Submitter(String name, StakeholderType type, String region) {

    public static final Submitter UNKNOWN = new Submitter("", StakeholderType.UNKNOWN, "");
  }

  /// Whether and how it may be published.
  ///
  /// @param licence under which it is published, or empty
  /// @param consent whether it may be
  public record Publication(String licence, Consent consent) {

    public static final Publication USUAL = new Publication("", Consent.PUBLISH);
  }

  /// Nothing is said but these two.
  public static InputDeclaration of(@Nullable Language language, Map<String, String> columnNames) {
    return new InputDeclaration(
        null, language, "", Submitter.UNKNOWN, "", Publication.USUAL, "", false, columnNames);
  }

  StatementColumns columns() {
    return StatementColumns.of(columnNames);
  }

  Declared declared(Known known) {
    Stakeholder voice =
        submitter.name().isEmpty()
            ? null
            : known
                .findStakeholder(submitter.name())
                .orElseGet(() ->
                    Stakeholder.named(submitter.name(), submitter.type(), submitter.region()));
    return new Declared(
        title,
        language,
        voice,
        consultation.isEmpty() ? null : known.getConsultation(consultation),
        publication.licence(),
        publication.consent(),
        toldBy,
        fictional);
  }
}
