/// How the job is tried: a cluster on this machine, invented texts, and a measurement.
@NullMarked
package vallarta.cluster.trial;

import org.jspecify.annotations.NullMarked;
