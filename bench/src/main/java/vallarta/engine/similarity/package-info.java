/// Benchmarks of single steps of the engine, with JMH; see docs/benchmarks.md for how to run them.
@NullMarked
package vallarta.engine.similarity;

import org.jspecify.annotations.NullMarked;
