/// Meetings: their days, rooms and sessions, and who serves a session.
@NamedInterface("meeting")
@NullMarked
package vallarta.compact.participation.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
