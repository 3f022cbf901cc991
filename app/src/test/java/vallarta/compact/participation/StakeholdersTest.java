package vallarta.compact.participation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Problem.Rule;
import vallarta.compact.table.Table;

/// The table of stakeholders: what is right is read, what is wrong is told.
class StakeholdersTest {

  private final List<Problem> problems = new ArrayList<>();

  @Test
  void readsEveryColumn() throws IOException {
    assertThat(
            read(
                """
                key,name,name_language,type,state,region_m49,fictional
                casa,Casa del Istmo,es,migrants-association,,013,true
                """))
        .containsExactly(
            new Stakeholder(
                "casa",
                "Casa del Istmo",
                "es",
                StakeholderType.MIGRANTS_ASSOCIATION,
                "",
                "013",
                true));
    assertThat(problems).isEmpty();
  }

  @Test
  void threeColumnsAreEnough() throws IOException {
    assertThat(read("key;name;type\nu;Harbour Union;Union"))
        .containsExactly(
            new Stakeholder("u", "Harbour Union", "", StakeholderType.UNION, "", "", false));
  }

  @Test
  void withoutANeededColumnNothingIsRead() throws IOException {
    assertThat(read("key,name\nu,Harbour Union")).isEmpty();
    assertThat(problems)
        .containsExactly(new Problem(1, "type", "", Rule.MISSING_COLUMN, List.of("key", "name")));
  }

  @Test
  void aRowWithAProblemIsLeftOutAndTheOthersAreRead() throws IOException {
    assertThat(
            read(
                """
                key,name,type,fictional
                a,A,ngo,
                ,B,ngo,
                c,,ngo,
                d,D,guild,
                e,E,ngo,perhaps
                a,F,ngo,
                g,G,ngo,
                """))
        .extracting(Stakeholder::key)
        .containsExactly("a", "g");
    assertThat(problems)
        .extracting(it -> it.row() + " " + it.column() + " " + it.value() + " " + it.rule())
        .containsExactly(
            "3 key  REQUIRED",
            "4 name  REQUIRED",
            "5 type guild NOT_IN_LIST",
            "6 fictional perhaps NOT_IN_LIST",
            "7 key a REPEATED_KEY");
    assertThat(problems.get(2).allowed()).contains("state", "un-agency", "local-authority");
  }

  @Test
  void everyTypeIsItsWord() {
    for (StakeholderType type : StakeholderType.values()) {
      assertThat(StakeholderType.of(type.tag())).isEqualTo(type);
    }
    assertThat(StakeholderType.UN_AGENCY.tag()).isEqualTo("un-agency");
  }

  @Test
  void aVoiceWithoutANameIsAVoiceOfItsOwn() {
    assertThat(Stakeholder.unknown("x").isKnown()).isFalse();
    assertThat(Stakeholder.unknown("x").key()).isNotEqualTo(Stakeholder.unknown("y").key());
  }

  private List<Stakeholder> read(String csv) throws IOException {
    return Stakeholders.read(Table.parse(csv), problems);
  }
}
