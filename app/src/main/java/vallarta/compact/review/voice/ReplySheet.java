package vallarta.compact.review.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.table.Sheet;

/// What can be answered, with the clock and what became of it: a row for each actor.
final class ReplySheet {

  static final List<String> HEADERS =
      List.of(
          "about", "commitment", "actor", "until", "state", "id", "answered", "language", "text");

  private ReplySheet() {}

  static Sheet of(List<Map.Entry<Commitment, Replies.Right>> rights) {
    List<List<Object>> rows = new ArrayList<>();
    for (Map.Entry<Commitment, Replies.Right> each : rights) {
      Replies.Right it = each.getValue();
      String commitment = each.getKey().ref();
      String until = it.until().toString();
      for (Replies.Given given : it.given()) {
        Reply reply = given.reply();
        rows.add(
            List.of(
                it.about(),
                commitment,
                reply.stakeholder(),
                until,
                reply.late() ? "late" : "answered",
                reply.ref(),
                reply.at().toString(),
                reply.language(),
                reply.text()));
      }
      for (Stakeholder silent : it.silent()) {
        String state = it.over() ? "silent" : "open";
        rows.add(List.of(it.about(), commitment, silent.key(), until, state, "", "", "", ""));
      }
    }
    return new Sheet("replies", HEADERS, rows);
  }
}
