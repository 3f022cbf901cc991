/// The frameworks that commitments are laid out by: the objectives of the compact and the goals,
/// targets and indicators of the 2030 Agenda.
@NamedInterface("framework")
@NullMarked
package vallarta.compact.commitment.framework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
