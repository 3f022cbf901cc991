/// Campaigns: a text that came in many inputs with small changes. What all say and how often, what
/// each adds of its own, who is behind it, and what persons decided about it.
@NullMarked
package vallarta.compact.stocktaking.campaign;

import org.jspecify.annotations.NullMarked;
