package vallarta.compact.account;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import vallarta.compact.access.Sessions;

/// The sessions of an account in all browsers, for its holder to see and to end.
@Component
class OpenSessions {

  /// @param number of the session in the list, by the time at which it began
  /// @param browser as it names itself
  /// @param current whether it is the one that asks
  record Open(int number, String browser, Instant beganAt, Instant usedAt, boolean current) {}

  // There are none where there is no web server.
  private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions;

  OpenSessions(ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions) {
    this.sessions = sessions;
  }

  List<Open> list(long account, HttpSession current) {
    List<? extends Session> found = find(account);
    return java.util.stream.IntStream.range(0, found.size())
        .mapToObj(i -> open(i + 1, found.get(i), current))
        .toList();
  }

  /// Ends the one that began at that moment.
  void end(long account, long beganAtMillis) {
    find(account).stream()
        .filter(it -> it.getCreationTime().toEpochMilli() == beganAtMillis)
        .forEach(it -> sessions.getObject().deleteById(it.getId()));
  }

  /// Ends all but one.
  ///
  /// @param kept the id of that one, or empty for none
  void endOthers(long account, String kept) {
    find(account).stream()
        .filter(it -> !it.getId().equals(kept))
        .forEach(it -> sessions.getObject().deleteById(it.getId()));
  }

  private List<? extends Session> find(long account) {
    return sessions.getObject().findByPrincipalName(Long.toString(account)).values().stream()
        .sorted(Comparator.comparing(Session::getCreationTime))
        .toList();
  }

  private static Open open(int number, Session it, HttpSession current) {
    String browser = it.getAttribute(Sessions.BROWSER);
    return new Open(
        number,
        browser == null ? "" : browser,
        it.getCreationTime(),
        it.getLastAccessedTime(),
        it.getId().equals(current.getId()));
  }
}
