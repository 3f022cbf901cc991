package vallarta.compact.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vallarta.compact.consultation.ConsultationTables.Decided;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.language.Language;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Problem.Rule;
import vallarta.compact.table.Table;

/// The tables of the register: what is right is read, what is wrong is told.
class ConsultationTablesTest {

  private static final List<String> LANGUAGES = List.of("ar", "zh", "en", "fr", "ru", "es");

  @Test
  void aConsultationHasItsTimesInItsZone() throws IOException {
    ConsultationTables tables =
        tables(
            """
            ref,type,title,starts,ends,zone
            R-1,regional-meeting,First,2026-02-28 09:30,2026-03-01,America/Mexico_City
            """);
    Consultation it = tables.consultations(Map.of()).getFirst();
    assertThat(it.start())
        .contains(ZonedDateTime.parse("2026-02-28T09:30-06:00[America/Mexico_City]"));
    assertThat(it.end())
        .contains(ZonedDateTime.parse("2026-03-01T00:00-06:00[America/Mexico_City]"));
    assertThat(tables.problems()).isEmpty();
  }

  @Test
  void timesNeedAZoneAndEndAfterTheyBegin() throws IOException {
    ConsultationTables tables =
        tables(
            """
            ref,type,title,starts,ends,zone
            R-1,regional-meeting,First,2026-02-28,,
            R-2,regional-meeting,Second,2026-02-28,2026-02-27,Europe/Zurich
            R-3,regional-meeting,Third,,,
            R-3,regional-meeting,Fourth,,,
            """);
    assertThat(tables.consultations(Map.of())).extracting(Consultation::ref).containsExactly("R-3");
    assertThat(tables.problems())
        .containsExactly(
            new Problem(2, "zone", "", Rule.REQUIRED, List.of()),
            new Problem(3, "ends", "2026-02-27", Rule.ENDS_BEFORE_START, List.of()),
            new Problem(5, "ref", "R-3", Rule.REPEATED_KEY, List.of()));
  }

  @Test
  void aCallHasADeadlineInTheZoneOfItsConsultation() throws IOException {
    ConsultationTables tables =
        tables(
            """
            ref,type,title,zone,deadline,call_languages,takes_late
            R-1,written-call,First,Europe/Oslo,2026-12-15 18:00,en fr,yes
            R-2,written-call,A day alone,Europe/Oslo,2026-12-15,,
            R-3,written-call,None,,,,
            """);
    List<Consultation> read = tables.consultations(Map.of());
    assertThat(tables.problems()).isEmpty();
    assertThat(read)
        .extracting(Consultation::call)
        .containsExactly(
            new Consultation.Call(
                LocalDateTime.parse("2026-12-15T18:00"),
                null,
                List.of(Language.EN, Language.FR),
                true),
            new Consultation.Call(LocalDateTime.parse("2026-12-15T23:59"), null, List.of(), false),
            null);
  }

  @Test
  void aDeadlineThatNoClockShowsOrThatWasAnnouncedOtherwiseIsTold() throws IOException {
    ConsultationTables tables =
        tables(
            """
            ref,type,title,zone,deadline,call_languages
            R-1,written-call,In the gap,Europe/Oslo,2026-03-29T02:30,
            R-2,written-call,Moved,Europe/Oslo,2026-12-16T18:00,
            R-3,written-call,Elsewhere,Europe/Lisbon,2026-12-15T18:00,
            R-4,written-call,Nowhere,,2026-12-15T18:00,tlh
            """);
    Consultation.Call known =
        new Consultation.Call(LocalDateTime.parse("2026-12-15T18:00"), null, List.of(), false);
    Map<String, Consultation> register =
        Map.of(
            "R-2", Consultation.named("R-2").calling(known, ZoneId.of("Europe/Oslo")),
            "R-3", Consultation.named("R-3").calling(known, ZoneId.of("Europe/Oslo")));
    assertThat(tables.consultations(register)).isEmpty();
    assertThat(tables.problems())
        .containsExactly(
            new Problem(
                2,
                "deadline",
                "2026-03-29T02:30",
                Rule.NO_SUCH_TIME,
                List.of("2026-03-29T01:59", "2026-03-29T03:00")),
            new Problem(
                3,
                "deadline",
                "2026-12-16T18:00",
                Rule.MOVED_DEADLINE,
                List.of("2026-12-15T18:00")),
            new Problem(4, "zone", "Europe/Lisbon", Rule.MOVED_DEADLINE, List.of("Europe/Oslo")),
            new Problem(5, "call_languages", "tlh", Rule.NOT_IN_LIST, LANGUAGES),
            new Problem(5, "zone", "", Rule.REQUIRED, List.of()));
  }

  @Test
  void aTableThatSaysNothingOfTheCallLeavesItAsItIs() throws IOException {
    Consultation.Call known =
        new Consultation.Call(
            LocalDateTime.parse("2026-12-15T18:00"), null, List.of(Language.ES), true);
    ConsultationTables tables =
        tables("ref,type,title,zone\nR-1,written-call,New title,Europe/Oslo\n");
    assertThat(
            tables.consultations(
                Map.of("R-1", Consultation.named("R-1").calling(known, ZoneId.of("Europe/Oslo")))))
        .singleElement()
        .satisfies(it -> assertThat(it.call()).isEqualTo(known));
  }

  @Test
  void anExpectedNumberIsExactOrApproximate() throws IOException {
    assertThat(
            tables(
                    """
                    type,expected,approximate,source
                    regional-meeting,5,no,the plan
                    national-consultation,70,yes,
                    """)
                .expected())
        .containsExactly(
            new Expected(ConsultationType.REGIONAL_MEETING, 5, false, "the plan"),
            new Expected(ConsultationType.NATIONAL_CONSULTATION, 70, true, ""));
  }

  @Test
  void aTypeIsExpectedOnceHoweverItIsWritten() throws IOException {
    ConsultationTables tables =
        tables(
            """
            type,expected,approximate
            regional-meeting,5,no
            Regional meeting,6,no
            """);
    assertThat(tables.expected())
        .containsExactly(new Expected(ConsultationType.REGIONAL_MEETING, 5, false, ""));
    assertThat(tables.problems())
        .containsExactly(new Problem(3, "type", "Regional meeting", Rule.REPEATED_KEY, List.of()));
  }

  @Test
  void expectedVoicesMayLeaveRegionAndLanguageOpenAndNameALanguageInAnyForm() throws IOException {
    assertThat(
            tables(
                    """
                    stakeholder_type,region_m49,language,expected
                    ngo,013,ES,3
                    ngo,,fr-CA,2
                    union,155,,1
                    """)
                .expectedVoices())
        .containsExactly(
            new ExpectedVoice(StakeholderType.NGO, "013", "es", 3),
            new ExpectedVoice(StakeholderType.NGO, "", "fr", 2),
            new ExpectedVoice(StakeholderType.UNION, "155", "", 1));
  }

  @Test
  void anExpectedVoiceInALanguageThatIsNoneIsToldWithThoseThatAre() throws IOException {
    ConsultationTables tables =
        tables(
            """
            stakeholder_type,region_m49,language,expected
            ngo,013,Spanish,3
            ngo,155,fr,2
            ngo,155,de-CH,1
            """);
    assertThat(tables.expectedVoices())
        .containsExactly(new ExpectedVoice(StakeholderType.NGO, "155", "fr", 2));
    assertThat(tables.problems())
        .containsExactly(
            new Problem(2, "language", "Spanish", Rule.NOT_IN_LIST, LANGUAGES),
            new Problem(4, "language", "de-CH", Rule.NOT_IN_LIST, LANGUAGES));
  }

  @Test
  void twoRowsOnTheSameVoicesAreToldSinceTheSecondWouldTakeThePlaceOfTheFirst() throws IOException {
    ConsultationTables tables =
        tables(
            """
            stakeholder_type,region_m49,language,expected
            ngo,013,es-GT,3
            ngo,013,es-HN,2
            ngo,013,,1
            ngo,013,,4
            """);
    assertThat(tables.expectedVoices())
        .containsExactly(
            new ExpectedVoice(StakeholderType.NGO, "013", "es", 3),
            new ExpectedVoice(StakeholderType.NGO, "013", "", 1));
    String columns = "stakeholder_type, region_m49, language";
    assertThat(tables.problems())
        .containsExactly(
            new Problem(3, columns, "ngo, 013, es-HN", Rule.REPEATED_KEY, List.of()),
            new Problem(5, columns, "ngo, 013", Rule.REPEATED_KEY, List.of()));
  }

  @Test
  void aDecisionIsOnAStatementAndATermThatAreThere() throws IOException {
    ConsultationTables tables =
        tables(
            """
            statement,scheme,term,decision,by_role,reason
            S-1,theme,labour,accepted,secretariat,clear
            S-1,dimension,labour,rejected,secretariat,
            S-9,theme,labour,rejected,secretariat,
            S-1,theme,health,perhaps,secretariat,
            S-1,theme,health,rejected,,
            """);
    assertThat(tables.decisions(Set.of("S-1"), TinyHoldings.THESAURUS))
        .containsExactly(new Decided("S-1", Scheme.THEME, "labour", true, "secretariat", "clear"));
    assertThat(tables.problems())
        .extracting(it -> it.row() + " " + it.column() + " " + it.rule() + " " + it.allowed())
        .containsExactly(
            "3 term UNKNOWN_REFERENCE [humanitarian, national]",
            "4 statement UNKNOWN_REFERENCE [S-1]",
            "5 decision NOT_IN_LIST [accepted, rejected]",
            "6 by_role REQUIRED []");
  }

  private static ConsultationTables tables(String csv) throws IOException {
    return new ConsultationTables(Table.parse(csv));
  }
}
