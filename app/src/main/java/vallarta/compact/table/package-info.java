/// Tables in and out: CSV as it arrives from anywhere, its problems as data, and cells that no
/// spreadsheet runs.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vallarta.compact.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
