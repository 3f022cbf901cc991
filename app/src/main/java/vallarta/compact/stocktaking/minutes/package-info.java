/// The minutes of a meeting: what was kept of all its sessions, in one document.
@NullMarked
package vallarta.compact.stocktaking.minutes;

import org.jspecify.annotations.NullMarked;
