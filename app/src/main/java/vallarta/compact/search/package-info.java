/// Search over everything that is public: one Lucene index, which can be made again from the store
/// at any time. It knows no stage: a stage plugs in what is to be found as a
/// [vallarta.compact.search.SearchSource].
@ApplicationModule(allowedDependencies = {"store", "language"})
@NullMarked
package vallarta.compact.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
