package vallarta.compact.access;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vallarta.compact.cli.RunningDemonstration;

/// An endpoint as the code declares it: what `docs/permissions.csv` must say of it.
///
/// @param verb GET or POST
/// @param path with its variables in braces
/// @param openTo `all`, `signed-in`, tags of roles, or `nobody`
/// @param roles that may call it, when it is open to roles
/// @param ofAny whether it says that it is all the same whose it is
/// @param unseen whether it says that others are told that it is not there
/// @param limit tag of the allowance, or empty
/// @param handler the method that answers
record Endpoint(
    String verb,
    String path,
    String openTo,
    List<Role> roles,
    boolean ofAny,
    boolean unseen,
    String limit,
    HandlerMethod handler) {

  private static final String UNSEEN = "unseen";

  static List<Endpoint> all(RunningDemonstration site) {
    return site.bean(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
        .filter(it -> it.getValue().getBeanType().getPackageName().startsWith("vallarta."))
        .flatMap(it -> of(it.getKey(), it.getValue()))
        .sorted(Comparator.comparing(Endpoint::name))
        .toList();
  }

  /// As it is called in the table: `GET /{language}/matrix`.
  String name() {
    return verb + " " + path;
  }

  boolean writes() {
    return !verb.equals("GET");
  }

  boolean isOpenToAll() {
    return openTo.equals("all");
  }

  /// Whose what it is about must be: `stakeholder`, `session` or both, by what the roles hold for,
  /// with `unseen` where others are not told that it is there; `self`; `key` where the address
  /// holds a secret that opens it; empty for anybody's.
  String of() {
    if (openTo.equals("signed-in")) {
      return "self";
    }
    if (isOpenToAll()) {
      return path.matches(".*\\{(code|pass)}.*") ? "key" : "";
    }
    if (ofAny) {
      return "";
    }
    Stream<String> scopes =
        roles.stream()
            .map(Role::scope)
            .filter(it -> it != Role.Scope.PROCESS)
            .distinct()
            .sorted()
            .map(Role.Scope::tag);
    return Stream.concat(scopes, unseen ? Stream.of(UNSEEN) : Stream.empty())
        .collect(Collectors.joining(" "));
  }

  /// With values in place of its variables, in their order, in the English interface.
  String at(List<String> values) {
    String address = path.replace("{language}", "en");
    for (String value : values) {
      address = address.replaceFirst("\\{[^}]+}", value);
    }
    return address;
  }

  private static Stream<Endpoint> of(RequestMappingInfo info, HandlerMethod method) {
    String verb =
        info.getMethodsCondition().getMethods().stream().findFirst().map(Enum::name).orElse("GET");
    Limited limited = method.getMethodAnnotation(Limited.class);
    String limit = limited == null ? "" : limited.value().tag();
    Optional<OpenTo> to = say(method, OpenTo.class);
    List<Role> roles = to.map(it -> Arrays.stream(it.value()).sorted().toList()).orElse(List.of());
    boolean ofAny = to.map(OpenTo::ofAny).orElse(false);
    boolean unseen = to.map(OpenTo::unseen).orElse(false);
    return info.getPatternValues().stream()
        .map(path ->
            new Endpoint(verb, path, openTo(method, roles), roles, ofAny, unseen, limit, method));
  }

  private static String openTo(HandlerMethod method, List<Role> roles) {
    if (!roles.isEmpty()) {
      return String.join(" ", roles.stream().map(Role::tag).toList());
    }
    if (say(method, OpenToAll.class).isPresent()) {
      return "all";
    }
    return say(method, OpenToSignedIn.class).isPresent() ? "signed-in" : "nobody";
  }

  /// The method's own word goes before that of its class.
  private static <A extends Annotation> Optional<A> say(HandlerMethod method, Class<A> type) {
    AnnotatedElement says =
        Stream.of(OpenTo.class, OpenToSignedIn.class, OpenToAll.class)
                .anyMatch(it -> AnnotatedElementUtils.hasAnnotation(method.getMethod(), it))
            ? method.getMethod()
            : method.getBeanType();
    return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(says, type));
  }
}
