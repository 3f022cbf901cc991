/// Groups near-duplicate texts: candidates by an exact join, every pair verified by true
/// similarity.
///
/// [Grouping] takes texts one by one and keeps the groups; [Similarity] says when two texts are
/// near-duplicates.
@NullMarked
package vallarta.engine.similarity;

import org.jspecify.annotations.NullMarked;
