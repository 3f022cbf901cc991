/// Documents to print and to edit: one HTML source becomes an accessible PDF or a Word document,
/// and a text becomes a QR code. It knows no stage.
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package vallarta.compact.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
