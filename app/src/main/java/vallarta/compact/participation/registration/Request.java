package vallarta.compact.participation.registration;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.web.DomainFailure;

/// What is asked for when somebody is to be registered, checked and in its kept form.
///
/// @param stakeholder key of the stakeholder that the person comes for
/// @param email in lower case
record Request(
    String stakeholder, String name, String email, String function, boolean head, Listing listing) {

  /// Whether the person wants to be named in the public list of participants.
  enum Listing {
    /// As is usual: people of official delegations are named, all others are not.
    USUAL,
    YES,
    NO;

    static Listing of(String tag) {
      return switch (tag.toLowerCase(Locale.ROOT)) {
        case "yes" -> YES;
        case "no" -> NO;
        default -> USUAL;
      };
    }

    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean names(StakeholderType type) {
      return this == YES || (this == USUAL && isOfficial(type));
    }
  }

  static final int LONGEST = 200;

  /// One `@` between two parts without spaces, the second with a dot: more is for the mail server
  /// to say.
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\",;:()\\\\]{1,64}@[^\\s@<>\",;:()\\\\]+\\.[^\\s@.<>\",;:()\\\\]+");

  /// Whether delegations of this type are official, so that who belongs to them is public.
  static boolean isOfficial(StakeholderType type) {
    return type == StakeholderType.STATE
        || type == StakeholderType.INTERGOVERNMENTAL
        || type == StakeholderType.UN_AGENCY;
  }

  static boolean isEmail(String text) {
    return text.length() <= LONGEST && EMAIL.matcher(text).matches();
  }

  /// @throws DomainFailure that names the field which cannot be taken
  static Request of(
      String stakeholder,
      String name,
      String email,
      String function,
      boolean head,
      Listing listing) {
    if (stakeholder.isBlank()) {
      throw failure("PART-060", "participation.registration.failure.no-stakeholder", Map.of());
    }
    String clean = name.strip().replaceAll("\\s+", " ");
    if (clean.isEmpty() || clean.length() > LONGEST) {
      throw failure(
          "PART-061", "participation.registration.failure.name", Map.of("longest", LONGEST));
    }
    String address = email.strip().toLowerCase(Locale.ROOT);
    if (!isEmail(address)) {
      throw failure("PART-062", "participation.registration.failure.email", Map.of());
    }
    String post = function.strip().replaceAll("\\s+", " ");
    if (post.length() > LONGEST) {
      throw failure(
          "PART-063", "participation.registration.failure.function", Map.of("longest", LONGEST));
    }
    return new Request(stakeholder.strip(), clean, address, post, head, listing);
  }

  private static DomainFailure failure(String code, String key, Map<String, Object> arguments) {
    return new DomainFailure(code, key, arguments, HttpStatus.UNPROCESSABLE_ENTITY);
  }
}
