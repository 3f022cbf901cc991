/// How far the instrument is in each State: signed, endorsed, ratified, made law, withdrawn from.
@NullMarked
package vallarta.compact.commitment.instrument;

import org.jspecify.annotations.NullMarked;
