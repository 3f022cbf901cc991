package vallarta.compact.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vallarta.compact.consultation.TextBlock.Piece;
import vallarta.compact.consultation.reading.Block;
import vallarta.compact.consultation.reading.Reading;
import vallarta.compact.consultation.reading.ReadingStatus;

/// The marks of statements in a text of two blocks: `0123456789` and `abcdefghij`.
class TextBlockTest {

  private static final Reading READING =
      new Reading(
          ReadingStatus.READ,
          "",
          "text/plain",
          0,
          "0123456789\nabcdefghij",
          List.of(block(0, 10), block(11, 21)));

  @Test
  void aTextWithoutStatementsIsOnePieceABlock() {
    assertThat(marks()).containsExactly("0123456789", "abcdefghij");
  }

  @Test
  void aStatementIsMarkedFromItsFirstToItsLastCharacter() {
    assertThat(marks(TinyHoldings.at(1, 2, 5), TinyHoldings.at(2, 11, 21)))
        .containsExactly("01[S-1:234]56789", "[S-2:abcdefghij]");
  }

  @Test
  void neighboursStandSideBySideInTheOrderOfTheText() {
    assertThat(marks(TinyHoldings.at(2, 5, 10), TinyHoldings.at(1, 0, 5)))
        .containsExactly("[S-1:01234][S-2:56789]", "abcdefghij");
  }

  @Test
  void aStatementOverTwoBlocksGoesOnInTheSecondAndBeginsInTheFirst() {
    List<TextBlock> blocks = TextBlock.of(READING, List.of(TinyHoldings.at(1, 8, 13)));
    assertThat(blocks)
        .extracting(TextBlockTest::marks)
        .containsExactly("01234567[S-1:89]", "(S-1:ab)cdefghij");
    assertThat(blocks.get(0).statements()).hasSize(1);
    assertThat(blocks.get(1).statements()).isEmpty();
  }

  @Test
  void ofTwoThatOverlapTheSecondBeginsWhereTheFirstEnds() {
    assertThat(marks(TinyHoldings.at(1, 0, 5), TinyHoldings.at(2, 3, 8)))
        .containsExactly("[S-1:01234][S-2:567]89", "abcdefghij");
  }

  @Test
  void noCharacterIsLostOrDoubled() {
    for (int start = 0; start < 21; start++) {
      for (int end = start + 1; end <= 21; end++) {
        String text =
            String.join(
                "\n",
                TextBlock.of(
                        READING, List.of(TinyHoldings.at(1, start, end), TinyHoldings.at(2, 4, 15)))
                    .stream()
                    .map(TextBlockTest::text)
                    .toList());
        assertThat(text).as(start + "-" + end).isEqualTo(READING.text());
      }
    }
  }

  @Test
  void findsTheBlockInWhichAStatementBegins() {
    Statement second = TinyHoldings.at(2, 12, 15);
    List<TextBlock> blocks = TextBlock.of(READING, List.of(TinyHoldings.at(1, 0, 5), second));
    assertThat(TextBlock.indexOf(blocks, second)).isEqualTo(1);
    assertThat(TextBlock.indexOf(blocks, TinyHoldings.at(3, 0, 1))).isZero();
  }

  private static List<String> marks(Statement... statements) {
    return TextBlock.of(READING, List.of(statements)).stream().map(TextBlockTest::marks).toList();
  }

  /// A mark in brackets, one that goes on in parentheses.
  private static String marks(TextBlock block) {
    StringBuilder marks = new StringBuilder();
    for (Piece it : block.pieces()) {
      Statement statement = it.statement();
      marks.append(
          statement == null
              ? it.text()
              : (it.first() ? "[%s:%s]" : "(%s:%s)").formatted(statement.id(), it.text()));
    }
    return marks.toString();
  }

  private static String text(TextBlock block) {
    return String.join("", block.pieces().stream().map(Piece::text).toList());
  }

  private static Block block(int start, int end) {
    return new Block(Block.Kind.PARAGRAPH, 0, 0, start, end);
  }
}
