/// The demonstration in a real Chromium, as a newcomer would start it.
@NullMarked
package vallarta.e2e;

import org.jspecify.annotations.NullMarked;
