package vallarta.compact.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.cli.Version;

/// The description of the programming interface as OpenAPI 3.1, made of what the stages say of
/// their data.
@RestController
@OpenToAll
class OpenApi {

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
  private static final List<String> LANGUAGES = List.of("ar", "zh", "en", "fr", "ru", "es");

  /// Columns of whole numbers; an empty one is null.
  private static final Set<String> NUMBERS =
      Set.of(
          "row",
          "index",
          "page",
          "pages",
          "start",
          "end",
          "bytes",
          "count",
          "submitters",
          "statements",
          "groups",
          "heard",
          "expected",
          "no-report",
          "stalled",
          "planned",
          "under-way",
          "mostly-done",
          "done",
          "withdrawn",
          "all",
          "reports_overdue",
          "amount");

  /// Columns of several words: an array in JSON, separated by semicolons in CSV.
  private static final Set<String> LISTS =
      Set.of("dimensions", "themes", "members", "disclosures", "cosignatories");

  private final List<DataRoute> routes;

  OpenApi(List<DataRoute> routes) {
    this.routes = routes.stream().sorted(Comparator.comparing(DataRoute::path)).toList();
  }

  @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Object> describe() {
    Map<String, Object> paths = new LinkedHashMap<>();
    for (DataRoute route : routes) {
      for (String ending : List.of("json", "csv")) {
        String path = "/{language}" + route.path() + "." + ending;
        paths.put(path, Map.of("get", operation(route, ending)));
      }
    }
    Map<String, Object> api = new LinkedHashMap<>();
    api.put("openapi", "3.1.0");
    api.put(
        "info",
        Map.of(
            "title",
            "Vallarta",
            "version",
            Version.current(),
            "description",
            "Every page that shows data gives the same figures as JSON and CSV at its own address. Reading needs no"
                + " account. Answers carry an ETag; send it back in If-None-Match. Failures are RFC 9457 problems.",
            "license",
            Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
    api.put("servers", List.of(Map.of("url", "/")));
    api.put("paths", paths);
    api.put("components", Map.of("schemas", Map.of("Problem", problem())));
    return api;
  }

  private static Map<String, Object> operation(DataRoute route, String ending) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", id(route, ending));
    operation.put("summary", route.summary());
    operation.put("parameters", parameters(route));
    operation.put(
        "responses",
        Map.of(
            "200", Map.of("description", "The data.", "content", content(route, ending)),
            "304", Map.of("description", "Unchanged since the ETag that was sent."),
            "404",
                Map.of(
                    "description",
                    "Nothing is published under that reference.",
                    "content",
                    Map.of(
                        "application/problem+json",
                        Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))))));
    return operation;
  }

  private static String id(DataRoute route, String ending) {
    return (route.path().replaceAll("[{}]", "") + "-" + ending)
        .substring(1)
        .replaceAll("[^A-Za-z0-9]+", "-");
  }

  private static List<Map<String, Object>> parameters(DataRoute route) {
    List<Map<String, Object>> parameters = new ArrayList<>();
    parameters.add(
        Map.of(
            "name", "language",
            "in", "path",
            "required", true,
            "description", "Language of the page; the data is the same in all.",
            "schema", Map.of("type", "string", "enum", LANGUAGES)));
    Matcher variables = VARIABLE.matcher(route.path());
    while (variables.find()) {
      parameters.add(
          Map.of(
              "name",
              variables.group(1),
              "in",
              "path",
              "required",
              true,
              "schema",
              Map.of("type", "string")));
    }
    for (String name : route.parameters()) {
      parameters.add(Map.of("name", name, "in", "query", "schema", Map.of("type", "string")));
    }
    return parameters;
  }

  private static Map<String, Object> content(DataRoute route, String ending) {
    if (ending.equals("csv")) {
      return Map.of(
          "text/csv",
          Map.of(
              "schema",
              Map.of(
                  "type",
                  "string",
                  "description",
                  "RFC 4180, UTF-8. Columns: " + String.join(", ", route.columns()))));
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    route.columns().forEach(column -> properties.put(column, schema(column)));
    return Map.of(
        "application/json",
        Map.of(
            "schema",
            Map.of("type", "array", "items", Map.of("type", "object", "properties", properties))));
  }

  private static Map<String, Object> schema(String column) {
    if (LISTS.contains(column)) {
      return Map.of("type", "array", "items", Map.of("type", "string"));
    }
    String type = NUMBERS.contains(column) ? "integer" : "string";
    return Map.of("type", List.of(type, "null"));
  }

  private static Map<String, Object> problem() {
    Map<String, Object> text = Map.of("type", "string");
    return Map.of(
        "type",
        "object",
        "properties",
        Map.of(
            "type",
            text,
            "title",
            text,
            "status",
            Map.of("type", "integer"),
            "detail",
            text,
            "code",
            text));
  }
}
