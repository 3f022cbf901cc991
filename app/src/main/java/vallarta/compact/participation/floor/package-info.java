/// The speakers' list of a session: who asked for the floor, who has it, and who spoke how long.
@NamedInterface("floor")
@NullMarked
package vallarta.compact.participation.floor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
