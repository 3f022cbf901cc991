package vallarta.compact.review.voice;

import java.util.List;
import vallarta.compact.review.voice.ParallelReport.Signer.Answer;
import vallarta.compact.table.Sheet;

/// Parallel reports as a table.
final class ParallelSheet {

  static final List<String> HEADERS =
      List.of(
          "id",
          "commitment",
          "agrees",
          "title",
          "text",
          "language",
          "interest",
          "stakeholder",
          "stakeholder_type",
          "signed",
          "not_answered",
          "declined",
          "evidence",
          "state",
          "version",
          "published",
          "withdrawn_reason",
          "fictional");

  private ParallelSheet() {}

  static Sheet of(String name, List<Voice> voices) {
    return new Sheet(name, HEADERS, voices.stream().map(ParallelSheet::row).toList());
  }

  private static List<Object> row(Voice voice) {
    ParallelReport it = voice.it();
    Testimony told = it.told();
    return List.of(
        it.ref(),
        it.commitmentRef(),
        told.agrees(),
        told.title(),
        told.text(),
        told.language(),
        told.interest(),
        it.owner(),
        voice.owner().type().tag(),
        String.join(" ; ", it.who(Answer.CONFIRMED)),
        String.join(" ; ", it.who(Answer.ASKED)),
        String.join(" ; ", it.who(Answer.DECLINED)),
        String.join("\n", voice.exhibits().stream().map(ParallelFacts::line).toList()),
        it.state().tag(),
        Integer.toString(it.version()),
        it.publishedAt() == null ? "" : it.publishedAt().toString(),
        it.withdrawnReason(),
        Boolean.toString(it.fictional()));
  }
}
