package vallarta.compact.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How often one network address may call an endpoint; beyond it the answer is 429 with the time to
/// wait (RFC 6585, section 4).
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Limited {

  Allowance value();
}
