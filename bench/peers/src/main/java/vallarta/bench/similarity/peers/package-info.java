/// What a user would take instead of the engine, each measured by itself: how texts become
/// candidates differs; reading, shingles, exact verification and components are the same for all.
@NullMarked
package vallarta.bench.similarity.peers;

import org.jspecify.annotations.NullMarked;
