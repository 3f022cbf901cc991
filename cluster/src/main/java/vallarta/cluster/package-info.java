/// The grouping of near-duplicate texts as a job on a cluster (Apache Spark), for inputs that
/// outgrow a machine. The same groups as on one machine, byte for byte.
@NullMarked
package vallarta.cluster;

import org.jspecify.annotations.NullMarked;
