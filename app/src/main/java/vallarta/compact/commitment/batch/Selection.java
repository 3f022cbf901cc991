package vallarta.compact.commitment.batch;

import java.util.List;
import vallarta.compact.commitment.CommitmentFilter;

/// Which commitments somebody chose: by boxes, or all that match.
///
/// @param picked references, when they were chosen by boxes
/// @param all whether all that match are meant, whether they were shown or not
/// @param expected how many that were when they were chosen
record Selection(CommitmentFilter filter, List<String> picked, boolean all, int expected) {

  Selection {
    picked = List.copyOf(picked);
  }
}
