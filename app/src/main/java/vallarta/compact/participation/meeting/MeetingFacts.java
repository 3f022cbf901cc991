package vallarta.compact.participation.meeting;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Entry;
import vallarta.compact.record.Facts;
import vallarta.compact.record.RecordedFacts;

/// What the public record says of published meetings and their sessions. Who serves a session is
/// not in it.
@Component
final class MeetingFacts implements RecordedFacts {

  private final Meetings meetings;

  MeetingFacts(Meetings meetings) {
    this.meetings = meetings;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("M-", "SE-");
  }

  @Override
  public ActType act(Facts facts) {
    return facts.of().startsWith("M-") ? ActType.MEETING_PUBLISHED : ActType.SESSION_PUBLISHED;
  }

  @Override
  public Optional<String> page(Entry entry) {
    return Optional.of((entry.of().startsWith("M-") ? "/meetings/" : "/sessions/") + entry.of());
  }

  @Override
  public void forEach(Consumer<Facts> each) {
    meetings.list().stream()
        .filter(Meeting::published)
        .forEach(meeting -> {
          each.accept(of(meeting));
          meetings.sessions(meeting).forEach(it -> each.accept(of(it)));
        });
  }

  Facts meeting(long id) {
    return of(meetings.get("M-" + id));
  }

  Facts session(long id) {
    return of(meetings.session("SE-" + id));
  }

  private static Facts of(Meeting it) {
    Map<String, String> fields = new HashMap<>();
    fields.put("title", it.title());
    fields.put("title_language", it.titleLanguage());
    fields.put("place", it.place());
    fields.put("zone", it.zone().getId());
    fields.put("starts", it.firstDay().toString());
    fields.put("ends", it.lastDay().toString());
    fields.put("fictional", it.fictional() ? "true" : "");
    return Facts.of(it.ref(), fields);
  }

  private static Facts of(Session it) {
    Map<String, String> fields = new HashMap<>();
    fields.put("type", it.type().tag());
    fields.put("title", it.title());
    fields.put("title_language", it.titleLanguage());
    fields.put("dimension", it.dimension());
    fields.put("room", it.room());
    fields.put("begins_at", it.beginsAt().toString());
    fields.put("ends_at", it.endsAt().toString());
    fields.put("cancelled", it.cancelled() ? "true" : "");
    fields.put("meeting", it.meeting().ref());
    return Facts.of(it.ref(), fields).about(it.meeting().ref());
  }
}
