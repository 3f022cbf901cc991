package vallarta.compact.participation.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.participation.meeting.Meetings;

/// How long who spoke in a session, or in a whole meeting, for pages and minutes. A turn counts
/// when it is over, in whole seconds, the rest of a second left out: so the parts add up to the
/// whole.
@Service
@Transactional(readOnly = true)
public class SpeakingTimes {

  /// By what speakers are told apart.
  public enum By {
    ALL,
    STAKEHOLDER_TYPE,
    REGION,
    GENDER;

    /// The word in tables and strings: `stakeholder-type`.
    public String tag() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// The time of those who have one thing in common.
  ///
  /// @param code a type of stakeholder, a UN M49 code or a gender (`not-given` for none); empty for
  ///   all and where it is not known
  /// @param turns how often they spoke
  /// @param seconds how long in all
  public record Share(By by, String code, int turns, long seconds) {}

  private final Meetings meetings;
  private final TurnTable table;

  SpeakingTimes(Meetings meetings, TurnTable table) {
    this.meetings = meetings;
    this.table = table;
  }

  /// The shares of the session of that reference, all together first; empty when nobody spoke.
  public List<Share> ofSession(String ref) {
    return shares(table.read(meetings.session(ref).id()).spoke());
  }

  /// The shares of a whole meeting, all together first; empty when nobody spoke.
  public List<Share> ofMeeting(Meeting meeting) {
    return shares(
        meetings.sessions(meeting).stream()
            .flatMap(it -> table.read(it.id()).spoke().stream())
            .toList());
  }

  static List<Share> shares(List<Turn> spoke) {
    List<Share> shares = new ArrayList<>();
    add(shares, By.ALL, spoke, it -> "");
    add(shares, By.STAKEHOLDER_TYPE, spoke, it -> it.stakeholder().type().tag());
    add(shares, By.REGION, spoke, it -> it.stakeholder().region());
    add(shares, By.GENDER, spoke, it -> it.gender().tag());
    return List.copyOf(shares);
  }

  private static void add(
      List<Share> shares, By by, List<Turn> spoke, Function<Turn, String> code) {
    TreeMap<String, Share> byCode = new TreeMap<>();
    for (Turn it : spoke) {
      byCode.merge(
          code.apply(it),
          new Share(by, code.apply(it), 1, seconds(it)),
          (a, b) -> new Share(by, a.code(), a.turns() + b.turns(), a.seconds() + b.seconds()));
    }
    shares.addAll(byCode.values());
  }

  private static long seconds(Turn it) {
    return it.spoken(it.began()).toSeconds();
  }
}
