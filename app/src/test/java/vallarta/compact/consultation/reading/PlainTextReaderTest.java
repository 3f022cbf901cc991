package vallarta.compact.consultation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextReaderTest {

  private static List<String> blocks(String text) {
    Reading reading =
        new FileReading(TextLimits.of(ReadingLimits.DEFAULT))
            .read(Documents.bytes(text), "speech.txt");
    return reading.blocks().stream()
        .map(it -> it.kind().name().charAt(0) + "" + it.level() + " " + reading.textOf(it))
        .toList();
  }

  @Test
  void takesEachLineForAParagraphWhereLinesAreNotWrapped() {
    assertThat(blocks("We thank the President.\r\nNext, we ask for help.\r\n"))
        .containsExactly("P0 We thank the President.", "P0 Next, we ask for help.");
  }

  @Test
  void joinsLinesWrappedAtAWidth() {
    assertThat(
            blocks(
                """
                The delegates of Islandia asked for one desk
                where newcomers can settle all. They also
                asked for teachers of Valdorian, and for the
                end of fees.

                Others agreed with them in every point.
                """))
        .containsExactly(
            "P0 The delegates of Islandia asked for one desk where newcomers can settle all. They"
                + " also asked for teachers of Valdorian, and for the end of fees.",
            "P0 Others agreed with them in every point.");
  }

  @Test
  void joinsASentenceThatAPageBreakCutInTwo() {
    assertThat(blocks("It should have principles of\n\n \ncoherence and access.\n"))
        .containsExactly("P0 It should have principles of coherence and access.");
  }

  @Test
  void knowsHeadingsInTheMannerOfMarkdownAndByTheirWords() {
    assertThat(
            blocks(
                """
                ## **A MEETING IN ISLANDIA**

                Many people came to the meeting and spoke of work.

                II. What was said

                - Open one desk for newcomers.
                (a) Publish the fees;
                """))
        .containsExactly(
            "H2 A MEETING IN ISLANDIA",
            "P0 Many people came to the meeting and spoke of work.",
            "H2 II. What was said",
            "L1 Open one desk for newcomers.",
            "L1 (a) Publish the fees;");
  }

  @Test
  void leavesASignatureAtTheEndAParagraph() {
    assertThat(blocks("We thank you all for coming to us.\n\nAda Example"))
        .containsExactly("P0 We thank you all for coming to us.", "P0 Ada Example");
  }

  @Test
  void joinsChineseLinesWithoutBlanks() {
    assertThat(blocks("与会者请政府承认护士的技能并公布\n所有费用，使所有移民工人及其家庭\n成员获得服务。\n"))
        .containsExactly("P0 与会者请政府承认护士的技能并公布所有费用，使所有移民工人及其家庭成员获得服务。");
  }
}
