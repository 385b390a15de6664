package ecommerce.proxyclient.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTests {

    private static final Pattern USED = Pattern.compile(
            "(?:page\\.text|text|getMessage|tell|warn)\\(\\s*\"([a-z]+[a-z.-]*[a-z])\"|\\? \"((?:pager|listing|favourite)\\.[a-z.-]+)\"");
    private static final Path MAIN = Path.of("src", "main");

    @Test
    void hasEachTextInEachLanguage() throws IOException {
        assertThat(texts("messages_es").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(texts("messages").stringPropertyNames());
    }

    @Test
    void hasEachTextThatIsUsed() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.walk(MAIN)) {
            for (var file : files.filter(path -> path.toString().matches(".*\\.(java|jte)"))
                    .toList()) {
                USED.matcher(Files.readString(file))
                        .results()
                        .forEach(use -> used.add(use.group(1) == null ? use.group(2) : use.group(1)));
            }
        }
        assertThat(used).hasSizeGreaterThan(100);
        assertThat(texts("messages").stringPropertyNames()).containsAll(used);
    }

    /** The keys that templates build at run time. */
    @ParameterizedTest
    @ValueSource(strings = {"error.400", "error.403", "error.404", "error.405", "error.429", "error.500", "error.503"})
    void hasATextForEachErrorPage(String error) throws IOException {
        assertThat(texts("messages").stringPropertyNames()).contains(error + ".title", error + ".text");
    }

    @Test
    void hasATextForEachSortOrder() throws IOException {
        assertThat(texts("messages").stringPropertyNames())
                .contains(
                        "listing.sort.",
                        "listing.sort.priceUnit-asc",
                        "listing.sort.priceUnit-desc",
                        "listing.sort.productTitle",
                        "listing.sort.createdAt-desc");
    }

    private static Properties texts(String name) throws IOException {
        var texts = new Properties();
        try (var file = Files.newBufferedReader(MAIN.resolve("resources").resolve(name + ".properties"))) {
            texts.load(file);
        }
        return texts;
    }
}
