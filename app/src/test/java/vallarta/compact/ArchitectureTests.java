package vallarta.compact;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.OpenToSignedIn;

/// The arrows and the house rules of ARCHITECTURE.md.
class ArchitectureTests {

  private static final String ROOT = "vallarta.compact";
  private static final Path SOURCES = Path.of("src/main/java/vallarta/compact");
  private static final List<String> STAGES =
      List.of(
          "participation",
          "consultation",
          "stocktaking",
          "negotiation",
          "commitment",
          "evidence",
          "finance",
          "missing",
          "practice",
          "review",
          "record");
  private static final Set<String> SHELLS =
      Set.of(
          "access",
          "account",
          "web",
          "api",
          "cli",
          "store",
          "search",
          "language",
          "table",
          "mail",
          "document");
  private static final Pattern STAGE = Pattern.compile("\\| *(\\d+) *\\| *`(\\w+)` *\\| *(\\w+)");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages(ROOT, "vallarta.engine");

  /// What templates become is no code of ours.
  private static final DescribedPredicate<JavaClass> WRITTEN =
      DescribedPredicate.describe(
          "written by hand", it -> !it.getSimpleName().matches("Jte.*Generated.*"));

  @Test
  void modulesUseOnlyWhatTheySayTheyUse() {
    ApplicationModules.of(
            Vallarta.class, DescribedPredicate.describe("templates", it -> !WRITTEN.test(it)))
        .verify();
  }

  @Test
  void shellsKnowNoStage() {
    noClasses()
        .that()
        .resideInAnyPackage(packages(SHELLS))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(STAGES))
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "participation",
        "consultation",
        "stocktaking",
        "commitment",
        "practice",
        "review"
      })
  void aStageKnowsNoLaterOne(String stage) {
    List<String> built = STAGES.stream().filter(it -> Files.exists(SOURCES.resolve(it))).toList();
    List<String> later =
        built.subList(built.indexOf(stage) + 1, built.size()).stream()
            .filter(it -> !it.equals("record"))
            .toList();
    if (!later.isEmpty()) {
      noClasses()
          .that()
          .resideInAPackage(ROOT + "." + stage + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages(later))
          .check(CLASSES);
    }
    assertThat(built).contains(stage);
  }

  @Test
  void theRecordKnowsNoStage() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".record..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(STAGES.stream().filter(it -> !it.equals("record")).toList()))
        .check(CLASSES);
  }

  @Test
  void enginesKnowNeitherTheApplicationNorAFrameworkNorADatabase() {
    noClasses()
        .that()
        .resideInAPackage("vallarta.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("vallarta.compact..", "org.springframework..", "java.sql..")
        .check(CLASSES);
  }

  @Test
  void everyEndpointSaysWhoMayCallIt() {
    methods()
        .that()
        .areMetaAnnotatedWith(RequestMapping.class)
        .should(
            new ArchCondition<>("say who may call it") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                boolean says =
                    Stream.of(OpenTo.class, OpenToSignedIn.class, OpenToAll.class)
                        .anyMatch(it ->
                            method.isAnnotatedWith(it) || method.getOwner().isAnnotatedWith(it));
                events.add(new SimpleConditionEvent(method, says, method.getFullName()));
              }
            })
        .check(CLASSES);
  }

  @Test
  void controllersAndRepositoriesAreNobodyElsesBusiness() {
    classes().that().areAnnotatedWith(Controller.class).should().notBePublic().check(CLASSES);
  }

  @Test
  void noNameIsEmptyOfMeaning() {
    noClasses()
        .that(WRITTEN)
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common|Base)")
        .check(CLASSES);
  }

  @Test
  void nothingIsMappedByAnOrmOrSpeaksJavaxInject() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "lombok..")
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> marked =
        CLASSES.stream()
            .filter(it -> it.getSimpleName().equals("package-info"))
            .filter(it -> it.isAnnotatedWith(NullMarked.class))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());
    assertThat(CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
        .isSubsetOf(marked);
  }

  @Test
  void mostTypesAreTheirPackagesOwn() {
    List<JavaClass> types =
        CLASSES.stream()
            .filter(it -> it.getPackageName().startsWith(ROOT))
            .filter(WRITTEN)
            .filter(it -> it.isTopLevelClass() && !it.getSimpleName().equals("package-info"))
            .toList();
    long open = types.stream().filter(it -> it.getModifiers().contains(PUBLIC)).count();
    assertThat(open * 100.0 / types.size()).as("percent of public types").isLessThanOrEqualTo(40);
  }

  /// A stage is used through few types. The second one holds what the later ones count, hence its
  /// bound; it may sink, and rises only by a decision.
  @ParameterizedTest
  @CsvSource({
    "participation, 12",
    "consultation, 24",
    "stocktaking, 12",
    "commitment, 16",
    "review, 12"
  })
  void aStageShowsFewTypes(String stage, int most) {
    assertThat(
            CLASSES.stream()
                .filter(it -> it.getPackageName().equals(ROOT + "." + stage))
                .filter(WRITTEN)
                .filter(it -> it.isTopLevelClass() && it.getModifiers().contains(PUBLIC))
                .map(JavaClass::getSimpleName))
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(most);
  }

  @Test
  void theListOfStagesTellsWhatIsBuilt() throws IOException {
    Matcher rows = STAGE.matcher(Files.readString(SOURCES.resolve("README.md")));
    Map<String, String> told = new LinkedHashMap<>();
    while (rows.find()) {
      assertThat(rows.group(1)).isEqualTo(Integer.toString(told.size() + 1));
      told.put(rows.group(2), rows.group(3));
    }
    assertThat(told.keySet()).containsExactlyElementsOf(STAGES);
    told.forEach((stage, state) ->
        assertThat(state)
            .as(stage)
            .isEqualTo(Files.isDirectory(SOURCES.resolve(stage)) ? "built" : "later"));
    try (Stream<Path> folders = Files.list(SOURCES)) {
      assertThat(folders.filter(Files::isDirectory).map(it -> it.getFileName().toString()).toList())
          .as("every folder is a stage of the list or a shell")
          .allMatch(it -> told.containsKey(it) || SHELLS.contains(it));
    }
  }

  private static String[] packages(Collection<String> names) {
    return names.stream().map(it -> ROOT + "." + it + "..").toArray(String[]::new);
  }
}
