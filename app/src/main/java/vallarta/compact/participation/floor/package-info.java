/// The speakers' list of a session: who asked for the floor, who has it, and who spoke how long.
@NullMarked
package vallarta.compact.participation.floor;

import org.jspecify.annotations.NullMarked;
