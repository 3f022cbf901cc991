/// The shell of mail: what stages want sent is kept in an outbox and handed to a mail server (SMTP,
/// RFC 5321). It knows no stage.
@ApplicationModule(allowedDependencies = {"access", "web", "language"})
@NullMarked
package vallarta.compact.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
