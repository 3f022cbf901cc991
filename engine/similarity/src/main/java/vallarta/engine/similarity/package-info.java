/// Groups near-duplicate texts: candidates by MinHash, every pair verified by true similarity.
@NullMarked
package vallarta.engine.similarity;

import org.jspecify.annotations.NullMarked;
