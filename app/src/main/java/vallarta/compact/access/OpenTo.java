package vallarta.compact.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// This endpoint, or every endpoint of this class, may be called by those alone who act in one of
/// these roles. A role that holds for a stakeholder or a session ([Role.Scope]) opens what belongs
/// to that one: the use case asks so ([Actor#mustBeFor]), and a test tries each with another's.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OpenTo {

  Role[] value();

  /// Whether it is all the same whose it is: for a blank form, or a list of what is the caller's
  /// own.
  boolean ofAny() default false;

  /// Whether others are told that it is not there (404), not that it is not theirs (403): what is
  /// not published yet is nobody else's to know of.
  boolean unseen() default false;
}
