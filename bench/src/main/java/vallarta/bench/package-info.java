/// Measures the product on real amounts of data; docs/benchmarks.md says how to run each.
@NullMarked
package vallarta.bench;

import org.jspecify.annotations.NullMarked;
