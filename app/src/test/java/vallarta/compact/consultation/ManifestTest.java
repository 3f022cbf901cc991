package vallarta.compact.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Problem.Rule;

/// What a manifest says of the files beside it.
class ManifestTest {

  private static final Stakeholder CASA =
      new Stakeholder("casa", "Casa del Istmo", "es", StakeholderType.NGO, "", "013", true);
  private static final Consultation CALL = Consultation.named("C-1");
  private static final Known KNOWN = new Known(Map.of("casa", CASA), Map.of("C-1", CALL), false);

  @TempDir Path folder;

  @Test
  void everyColumnIsTakenOver() throws IOException {
    Manifest manifest =
        read(
            """
            file,title,consultation,stakeholder,language,licence,consent,told_by,fictional
            a.txt,On work,C-1,casa,es,CC-BY-4.0,withheld,an observer,yes
            """,
            KNOWN);
    assertThat(manifest.of(file("a.txt"), Declared.NOTHING))
        .isEqualTo(
            new Declared(
                "On work",
                Language.ES,
                CASA,
                CALL,
                "CC-BY-4.0",
                Input.Consent.WITHHELD,
                "an observer",
                true));
    assertThat(problems(manifest, "a.txt")).isEmpty();
  }

  @Test
  void aFileAloneIsPublishedAndNothingElseIsSaidOfIt() throws IOException {
    Manifest manifest = read("file\na.txt", KNOWN);
    assertThat(manifest.of(file("a.txt"), withTitle("other"))).isEqualTo(Declared.NOTHING);
  }

  @Test
  void aFileCameWhenItSaysElseNow() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "A letter");
    Files.writeString(folder.resolve("b.txt"), "Another");
    Manifest manifest = read("file,received\na.txt,2017-11-03T09:12\nb.txt,", KNOWN);
    assertThat(manifest.at(incoming("a.txt")).arrived()).isEqualTo("2017-11-03T09:12:00Z");
    Incoming now = incoming("b.txt");
    assertThat(manifest.at(now)).isEqualTo(now);
    assertThat(problems(read("file,received\na.txt,yesterday", KNOWN), "a.txt"))
        .singleElement()
        .matches(it -> it.column().equals("received") && it.rule() == Problem.Rule.NOT_A_DATE);
  }

  @Test
  void ofAFileThatItDoesNotNameHoldsWhatIsSaidOfAll() throws IOException {
    Manifest manifest = read("file\na.txt", KNOWN);
    assertThat(manifest.names(file("b.txt"))).isFalse();
    assertThat(manifest.of(file("b.txt"), withTitle("other"))).isEqualTo(withTitle("other"));
  }

  @Test
  void aFileBelowIsNamedByItsPath() throws IOException {
    Files.createDirectory(folder.resolve("day-1"));
    Manifest manifest = read("file\nday-1/a.txt", KNOWN);
    assertThat(manifest.names(file("day-1/a.txt"))).isTrue();
    assertThat(manifest.names(file("a.txt"))).isFalse();
  }

  @Test
  void aStakeholderOutsideTheRegisterIsTakenAsItIsSaidToBe() throws IOException {
    Manifest manifest =
        read("file,stakeholder,stakeholder_type,region_m49\na.txt,Harbour Union,union,155", KNOWN);
    assertThat(manifest.of(file("a.txt"), Declared.NOTHING).voice())
        .isEqualTo(
            new Stakeholder(
                "Harbour Union", "Harbour Union", "", StakeholderType.UNION, "", "155", false));
  }

  @Test
  void everyProblemIsToldWithItsPlaceAndWhatWouldBeRight() throws IOException {
    Manifest manifest =
        read(
            """
            file,language,consultation,consent
            a.txt,de,C-1,publish
            b.txt,en,C-9,publish
            a.txt,en,C-1,maybe
            gone.txt,en,C-1,publish
            """,
            KNOWN);
    assertThat(problems(manifest, "a.txt", "b.txt"))
        .containsExactlyInAnyOrder(
            new Problem(
                2, "language", "de", Rule.NOT_IN_LIST, List.of("ar", "zh", "en", "fr", "ru", "es")),
            new Problem(3, "consultation", "C-9", Rule.UNKNOWN_REFERENCE, List.of("C-1")),
            new Problem(4, "file", "a.txt", Rule.REPEATED_KEY, List.of()),
            new Problem(4, "consent", "maybe", Rule.NOT_IN_LIST, List.of("publish", "withheld")),
            new Problem(5, "file", "gone.txt", Rule.MISSING_FILE, List.of("a.txt", "b.txt")));
  }

  @Test
  void withoutARegisterAnyConsultationIsTakenAsItStands() throws IOException {
    Manifest manifest = read("file,consultation\na.txt,C-9", Known.NOTHING);
    assertThat(manifest.of(file("a.txt"), Declared.NOTHING).consultation())
        .isEqualTo(Consultation.named("C-9"));
    assertThat(problems(manifest, "a.txt")).isEmpty();
  }

  @Test
  void aTableWithoutTheColumnOfFilesSaysNothing() throws IOException {
    Manifest manifest = read("name\na.txt", KNOWN);
    assertThat(manifest.names(file("a.txt"))).isFalse();
    assertThat(problems(manifest))
        .containsExactly(new Problem(1, "file", "", Rule.MISSING_COLUMN, List.of("name")));
  }

  @Test
  void noManifestNamesNoFile() throws IOException {
    Manifest none = Manifest.read(null, folder, KNOWN);
    assertThat(none.names(file("a.txt"))).isFalse();
    assertThat(none.is(file("a.txt"))).isFalse();
    assertThat(problems(none)).isEmpty();
  }

  private Manifest read(String csv, Known known) throws IOException {
    Path path = Files.writeString(folder.resolve("manifest.csv"), csv);
    Manifest manifest = Manifest.read(path, folder, known);
    assertThat(manifest.is(path)).isTrue();
    return manifest;
  }

  private List<Problem> problems(Manifest manifest, String... files) throws IOException {
    List<Incoming> incoming = new ArrayList<>();
    for (String name : files) {
      incoming.add(Incoming.of(Files.writeString(file(name), name), name, Declared.NOTHING));
    }
    return manifest.problems(incoming);
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private static Declared withTitle(String title) {
    return new Declared(title, null, null, null, "", Input.Consent.PUBLISH, "", false);
  }

  private Incoming incoming(String name) throws IOException {
    return Incoming.of(file(name), name, Declared.NOTHING);
  }
}
