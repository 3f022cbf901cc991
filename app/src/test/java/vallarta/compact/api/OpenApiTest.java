package vallarta.compact.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The description of the interface is true, without a server: what it names is mapped, what is
/// mapped it names, and its shape is that of OpenAPI 3.1.
class OpenApiTest {

  private static final Pattern DATA = Pattern.compile("/\\{language}.*\\.(json|csv)");
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  private final List<DataRoute> routes = routes();
  private final JsonNode api = JsonMapper.shared().valueToTree(new OpenApi(routes).describe());

  @Test
  void everyPathIsMappedAndEveryDataAddressIsDescribed() {
    Set<String> mapped =
        classes(Controller.class)
            .flatMap(it -> Arrays.stream(it.getDeclaredMethods()))
            .filter(it -> it.isAnnotationPresent(GetMapping.class))
            .flatMap(OpenApiTest::addresses)
            .filter(it -> DATA.matcher(it).matches())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(mapped).contains("/{language}/statements.json", "/{language}/matrix.csv");
    assertThat(api.get("paths").propertyNames()).containsExactlyInAnyOrderElementsOf(mapped);
  }

  @Test
  void everyRouteSaysWhatItGivesInWhichColumnsEachOnce() {
    assertThat(routes).extracting(DataRoute::path).doesNotHaveDuplicates();
    assertThat(routes)
        .allSatisfy(route -> {
          assertThat(route.path()).startsWith("/");
          assertThat(route.summary()).isNotBlank();
          assertThat(route.columns()).as(route.path()).isNotEmpty().doesNotHaveDuplicates();
          assertThat(route.parameters()).as(route.path()).doesNotHaveDuplicates();
        });
  }

  @Test
  void theDocumentHasWhatOpenApiAsksOf() {
    assertThat(api.get("openapi").asString()).matches("3\\.1\\.\\d+");
    assertThat(api.at("/info/title").asString()).isNotBlank();
    assertThat(api.at("/info/version").asString()).isNotBlank();
    assertThat(api.at("/info/license/name").asString()).isEqualTo("Apache-2.0");
    assertThat(api.propertyNames())
        .isSubsetOf(
            "openapi",
            "info",
            "jsonSchemaDialect",
            "servers",
            "paths",
            "webhooks",
            "components",
            "security",
            "tags",
            "externalDocs");
  }

  @Test
  void everyVariableOfAPathIsARequiredParameterAndNoParameterIsToldTwice() {
    api.get("paths")
        .properties()
        .forEach(path -> {
          List<JsonNode> parameters = path.getValue().at("/get/parameters").valueStream().toList();
          assertThat(
                  parameters.stream()
                      .filter(it -> it.get("in").asString().equals("path"))
                      .peek(it -> assertThat(it.get("required").asBoolean()).isTrue())
                      .map(it -> it.get("name").asString()))
              .as(path.getKey())
              .containsExactlyInAnyOrderElementsOf(variables(path.getKey()));
          assertThat(parameters)
              .as(path.getKey())
              .allSatisfy(it -> assertThat(it.has("schema")).isTrue())
              .extracting(it -> it.get("in").asString() + " " + it.get("name").asString())
              .doesNotHaveDuplicates();
        });
  }

  @Test
  void everyOperationHasItsOwnNameAndSaysWhatItAnswers() {
    List<JsonNode> operations = api.get("paths").valueStream().map(it -> it.get("get")).toList();
    assertThat(operations)
        .extracting(it -> it.get("operationId").asString())
        .allMatch(id -> id.matches("[a-z0-9-]+"))
        .doesNotHaveDuplicates();
    assertThat(operations)
        .allSatisfy(it -> {
          assertThat(it.get("responses").propertyNames()).contains("200", "304", "404");
          assertThat(it.get("responses").valueStream())
              .allMatch(answer -> !answer.get("description").asString().isBlank());
          assertThat(it.at("/responses/200/content").size()).isEqualTo(1);
        });
  }

  @Test
  void everyReferenceLeadsToASchemaOfTheDocument() {
    List<JsonNode> references = api.findValues("$ref");
    assertThat(references)
        .isNotEmpty()
        .allSatisfy(it -> assertThat(api.at(it.asString().substring(1)).isObject()).isTrue());
  }

  @Test
  void theRowsOfJsonAreDescribedColumnByColumn() {
    JsonNode rows =
        api.get("paths")
            .get("/{language}/groups.json")
            .at("/get/responses/200/content")
            .get("application/json")
            .get("schema");
    assertThat(rows.get("type").asString()).isEqualTo("array");
    JsonNode columns = rows.at("/items/properties");
    assertThat(columns.at("/members/type").asString()).isEqualTo("array");
    assertThat(columns.at("/submitters/type/0").asString()).isEqualTo("integer");
    assertThat(columns.at("/text/type/0").asString()).isEqualTo("string");
    assertThat(columns.at("/text/type/1").asString()).isEqualTo("null");
  }

  private static Stream<String> addresses(Method method) {
    GetMapping mapping = method.getAnnotation(GetMapping.class);
    return Stream.concat(Arrays.stream(mapping.value()), Arrays.stream(mapping.path()));
  }

  private static List<String> variables(String path) {
    return VARIABLE.matcher(path).results().map((MatchResult it) -> it.group(1)).toList();
  }

  /// What all stages say of their data.
  private static List<DataRoute> routes() {
    return classes(Configuration.class)
        .flatMap(it -> Arrays.stream(it.getDeclaredMethods()))
        .filter(it -> it.isAnnotationPresent(Bean.class) && it.getReturnType() == DataRoute.class)
        .map(OpenApiTest::route)
        .toList();
  }

  private static DataRoute route(Method bean) {
    try {
      Constructor<?> make = bean.getDeclaringClass().getDeclaredConstructor();
      make.setAccessible(true);
      bean.setAccessible(true);
      return (DataRoute) bean.invoke(make.newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(bean + " needs more than itself", e);
    }
  }

  private static Stream<Class<?>> classes(Class<? extends Annotation> with) {
    ClassPathScanningCandidateComponentProvider scan =
        new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(with));
    return scan.findCandidateComponents("vallarta.compact").stream()
        .map(it -> {
          try {
            return Class.forName(it.getBeanClassName());
          } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
