/// What a rapporteur keeps of a session: points, the workspace in which they are captured, and the
/// summaries in which they are published and corrected.
@NamedInterface("point")
@NullMarked
package vallarta.compact.stocktaking.point;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
