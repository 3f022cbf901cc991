/// The HTTP faces of a log: reading one, serving one, asking a witness and being one.
@NullMarked
package vallarta.engine.tlog.http;

import org.jspecify.annotations.NullMarked;
