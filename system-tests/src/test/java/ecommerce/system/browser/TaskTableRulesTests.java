package ecommerce.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Checks the tables in {@code docs/web-shop.md} of what customers and staff do in the tests. Needs no browser. */
class TaskTableRulesTests {

    private static final Path PAGE = Path.of("..", "docs", "web-shop.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| .* \\| `(\\w+)#(\\w+)` \\|$");
    private static final Path TESTS = Path.of("src", "test", "java", "ecommerce", "system", "browser");

    @Test
    void namesTestsThatExist() throws IOException {
        var sources = sources();
        assertThat(rows("customers", "staff")).hasSizeGreaterThan(14).allSatisfy(row -> isTest(sources, row));
        assertThat(rows("staff", "")).hasSizeGreaterThan(19).allSatisfy(row -> isTest(sources, row));
    }

    private static void isTest(List<String> sources, MatchResult row) {
        assertThat(sources)
                .as(row.group())
                .anyMatch(source -> source.contains("class %s {".formatted(row.group(1)))
                        && source.contains("@Test%n    void %s(".formatted(row.group(2))));
    }

    /** Returns the rows of a table, which ends where the next one begins. */
    private static List<MatchResult> rows(String table, String next) throws IOException {
        var head = "| %s | test |";
        var page = Files.readString(PAGE);
        var start = page.indexOf(head.formatted(table));
        var end = next.isEmpty() ? page.length() : page.indexOf(head.formatted(next));
        return ROW.matcher(page.substring(start, end)).results().toList();
    }

    private static List<String> sources() throws IOException {
        try (var files = Files.walk(TESTS)) {
            var sources = files.filter(Files::isRegularFile).toList();
            return sources.stream().map(TaskTableRulesTests::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
