package vallarta.compact.consultation;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vallarta.compact.consultation.Input.Consent;
import vallarta.compact.consultation.passage.Passage;
import vallarta.compact.language.Language;
import vallarta.compact.record.Facts;
import vallarta.compact.store.Sha256;

/// What is public of an object of the stage, field by field, as the public record holds it. What is
/// computed from the rest, such as suggested codes, is not in it.
final class PublicFields {

  private PublicFields() {}

  static boolean isPublic(Input it) {
    return it.consent() == Consent.PUBLISH;
  }

  static boolean isPublic(Statement it) {
    return it.consent() == Consent.PUBLISH && isPublic(it.input());
  }

  static Facts of(Consultation it, long number) {
    Map<String, String> fields = new HashMap<>();
    fields.put("ref", it.ref());
    fields.put("type", it.type().tag());
    fields.put("title", it.title());
    fields.put("title_language", it.titleLanguage());
    fields.put("host", it.host());
    fields.put("place", it.place());
    fields.put("country", it.country());
    fields.put("starts", Objects.toString(it.starts(), ""));
    fields.put("ends", Objects.toString(it.ends(), ""));
    fields.put("zone", it.zoneId());
    fields.put("region", it.region());
    fields.put("source", it.source());
    fields.put("fictional", flag(it.fictional()));
    Consultation.Call call = it.call();
    if (call != null) {
      fields.put("deadline", call.deadline().toString());
      fields.put(
          "call_languages", String.join(" ", call.accepted().stream().map(Language::tag).toList()));
      fields.put("takes_late", flag(call.takesLate()));
    }
    return Facts.of("C-" + number, fields);
  }

  /// @param textSha256 of the text that was read, empty when there is none
  static Facts of(Input it, String textSha256) {
    Map<String, String> fields = new HashMap<>();
    fields.put("sha256", it.sha256());
    fields.put("text_sha256", textSha256);
    fields.put("file_name", it.fileName());
    fields.put("title", it.title());
    fields.put("media_type", it.mediaType());
    fields.put("size_bytes", Long.toString(it.sizeBytes()));
    fields.put("status", it.status().name().toLowerCase(Locale.ROOT));
    fields.put("detail", it.detail());
    fields.put("pages", it.pages() == 0 ? "" : Integer.toString(it.pages()));
    fields.put("language", it.languageTag());
    fields.put("language_source", it.languageSource().tag());
    fields.put("stakeholder", InputStore.known(it.voice()).orElse(""));
    fields.put("consultation", ref(it.consultation()));
    fields.put("licence", it.licence());
    fields.put("told_by", it.toldBy());
    fields.put("received", it.received().truncatedTo(ChronoUnit.MILLIS).toString());
    fields.put("fictional", flag(it.fictional()));
    return Facts.of(it.id().toString(), fields);
  }

  static Facts of(Statement it) {
    Passage passage = it.found().passage();
    Map<String, String> fields = new HashMap<>();
    fields.put("text", it.text());
    fields.put("place", place(it));
    fields.put("ref", it.ownRef());
    fields.put("headings", String.join("\n", passage.headings()));
    fields.put("label", passage.number());
    fields.put("language", it.language().tag());
    fields.put("kind", it.found().kind().name().toLowerCase(Locale.ROOT));
    fields.put("speaker", it.found().speaker());
    fields.put("addressee", it.found().addressee());
    fields.put("stakeholder", InputStore.known(it.voice()).orElse(""));
    fields.put("consultation", ref(it.consultation()));
    fields.put("told_by", it.toldBy());
    return Facts.of(it.id().toString(), fields);
  }

  /// Where it stands, in one field: `I-2, row 3, page 2, paragraph 7, characters 120-240`, without
  /// what there is none of.
  private static String place(Statement it) {
    Passage passage = it.found().passage();
    StringBuilder place = new StringBuilder(64).append(it.input().id());
    if (it.row() > 0) {
      place.append(", row ").append(it.row());
    }
    if (passage.page() > 0) {
      place.append(", page ").append(passage.page());
    }
    return place
        .append(", paragraph ")
        .append(passage.paragraph())
        .append(", characters ")
        .append(passage.start())
        .append('-')
        .append(passage.end())
        .toString();
  }

  /// The hash of the text of an input as it is stored, empty for an empty one.
  static String textSha256(String text) {
    return text.isEmpty() ? "" : Sha256.of(InputStore.storable(text));
  }

  private static String ref(@Nullable Consultation consultation) {
    return consultation == null ? "" : consultation.ref();
  }

  private static String flag(boolean set) {
    return set ? "true" : "";
  }
}
