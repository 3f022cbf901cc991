/// Registration: delegations and their seats, who is accredited to a meeting, badges, check-in, and
/// how many came.
@NamedInterface("registration")
@NullMarked
package vallarta.compact.participation.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
