package ecommerce.system.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks the rules for the code of all services in their class files and sources. */
class HouseRulesTests {

    private static final Path ROOT = Path.of("..");
    private static JavaClasses all;

    @BeforeAll
    static void readAllServices() throws IOException {
        all = new ClassFileImporter().importPaths(modules("target/classes"));
        assertThat(all).hasSizeGreaterThan(100);
    }

    @Test
    void separatesFeaturesOfAServiceWithoutCycles() {
        slices().matching("ecommerce.(*).(*)..").should().beFreeOfCycles().check(all);
    }

    @Test
    void keepsServicesIndependent() {
        slices().matching("ecommerce.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        DescribedPredicate.alwaysTrue(), JavaClass.Predicates.resideInAPackage("ecommerce.defaults.."))
                .check(all);
    }

    @Test
    void allowsNoLayerPackages() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..dto..",
                        "..util..",
                        "..helper..",
                        "..constant..",
                        "..impl..",
                        "..controller..",
                        "..service..")
                .check(all);
    }

    @Test
    void injectsThroughConstructors() {
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .check(all);
    }

    @Test
    void hidesControllersAndForbidsFloatingPointFields() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .bePackagePrivate()
                .check(all);
        fields().should()
                .notHaveRawType(double.class)
                .andShould()
                .notHaveRawType(float.class)
                .check(all);
    }

    @Test
    void documentsEachPackage() throws IOException {
        for (var folder : sourceFolders()) {
            assertThat(folder.resolve("package-info.java")).exists().content().contains("@NullMarked", "/**");
        }
    }

    @Test
    void keepsFilesShort() throws IOException {
        for (var modules : modules("src")) {
            try (var files = Files.walk(modules)) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(200);
                }
            }
        }
    }

    /** Returns the given folder of each Maven module that contains it. Modules are at most two levels deep. */
    private static List<Path> modules(String inside) throws IOException {
        try (Stream<Path> poms = Files.find(ROOT, 3, (path, attributes) -> path.endsWith("pom.xml"))) {
            return poms.map(pom -> pom.resolveSibling(inside))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    private static List<Path> sourceFolders() throws IOException {
        try (Stream<Path> files = modules("src/main/java").stream().flatMap(HouseRulesTests::walk)) {
            return files.filter(path -> path.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        }
    }

    private static Stream<Path> walk(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
