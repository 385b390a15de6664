package ecommerce.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the sources of all modules, and reads their class files once for all rules. */
final class ProductionCode {

    private static final Path ROOT = Path.of("..");
    /** All but what the template compiler generates. */
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/gg/jte/generated/"))
            .importPaths(folders("target/classes"));

    private ProductionCode() {}

    static JavaClasses classes() {
        assertThat(CLASSES).hasSizeGreaterThan(100);
        return CLASSES;
    }

    /** Returns the given folder of each Maven module that contains it. Modules are at most two levels deep. */
    static List<Path> folders(String inside) {
        try (Stream<Path> poms = Files.find(ROOT, 3, (path, attributes) -> path.endsWith("pom.xml"))) {
            return poms.map(pom -> pom.resolveSibling(inside))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
