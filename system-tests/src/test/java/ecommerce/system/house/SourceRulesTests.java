package ecommerce.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the source files of all modules. */
class SourceRulesTests {

    @Test
    void documentsEachPackage() throws IOException {
        for (var folder : sourceFolders()) {
            assertThat(folder.resolve("package-info.java")).exists().content().contains("@NullMarked", "/**");
        }
    }

    @Test
    void keepsFilesShort() throws IOException {
        for (var modules : ProductionCode.folders("src")) {
            try (var files = Files.walk(modules)) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(200);
                }
            }
        }
    }

    private static List<Path> sourceFolders() throws IOException {
        try (Stream<Path> files =
                ProductionCode.folders("src/main/java").stream().flatMap(SourceRulesTests::walk)) {
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
