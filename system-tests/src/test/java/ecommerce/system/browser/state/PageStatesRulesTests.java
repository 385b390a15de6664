package ecommerce.system.browser.state;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.browser.PageState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks {@code docs/page-states.csv} against the templates and the tests. Needs no browser. */
class PageStatesRulesTests {

    private static final Path TEMPLATES = Path.of("..", "proxy-client", "src", "main", "jte");
    private static final Pattern CALL = Pattern.compile("@template\\.([\\w.-]+)\\(");
    private static final Path TESTS = Path.of("src", "test", "java", "ecommerce", "system", "browser");

    @Test
    void hasARowForEachPage() throws IOException {
        assertThat(PageState.all().stream().map(PageState::page).collect(Collectors.toSet()))
                .as("pages of docs/page-states.csv, which needs a row for each state of each page")
                .isEqualTo(pages());
    }

    @Test
    void hasSortedRowsWithoutDuplicates() {
        assertThat(PageState.all()).extracting(PageState::page).isSorted();
        assertThat(PageState.all())
                .extracting(state -> state.page() + " " + state.state() + " " + state.test())
                .doesNotHaveDuplicates();
    }

    @Test
    void namesTestsThatExist() throws IOException {
        var sources = sources();
        assertThat(PageState.all()).allSatisfy(state -> {
            var test = List.of(state.test().split("#"));
            assertThat(sources)
                    .as(state.test())
                    .anyMatch(source -> source.contains("class %s {".formatted(test.getFirst()))
                            && source.contains("@Test%n    void %s(".formatted(test.getLast())));
        });
    }

    /** Returns the templates that have the frame of a page, directly or not, and that no other template calls. */
    private static Set<String> pages() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            var templates = files.filter(Files::isRegularFile)
                    .map(file -> TEMPLATES.relativize(file).toString().replace(".jte", ""))
                    .toList();
            var called = templates.stream().flatMap(PageStatesRulesTests::calls).collect(Collectors.toSet());
            return templates.stream()
                    .filter(template -> !called.contains(template) && hasFrame(template))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean hasFrame(String template) {
        return template.equals("layout") || calls(template).anyMatch(PageStatesRulesTests::hasFrame);
    }

    private static Stream<String> calls(String template) {
        return CALL.matcher(read(TEMPLATES.resolve(template + ".jte")))
                .results()
                .map(call -> call.group(1).replace('.', '/'));
    }

    private static List<String> sources() throws IOException {
        try (var files = Files.walk(TESTS)) {
            return files.filter(Files::isRegularFile)
                    .map(PageStatesRulesTests::read)
                    .toList();
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
