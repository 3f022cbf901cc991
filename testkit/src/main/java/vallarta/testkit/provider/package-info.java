/// A provider of OpenID Connect for tests of sign-in.
@NullMarked
package vallarta.testkit.provider;

import org.jspecify.annotations.NullMarked;
