/// The shell of sign-in: accounts and how their holders prove who they are. It knows no stage: who
/// a person is and may be is asked of `access`.
@ApplicationModule(
    allowedDependencies = {
      "access",
      "web",
      "web :: part",
      "language",
      "store",
      "cli",
      "mail",
      "document"
    })
@NullMarked
package vallarta.compact.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
