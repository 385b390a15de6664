package ecommerce.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks that a page is in Spanish: its language, all its texts, amounts and times. {@link UsablePage} checks with axe that
 * its parts in another language say so, which doesn't depend on the language of the page.
 */
final class SpanishPage {

    private static final Path MESSAGES = Path.of("..", "proxy-client", "src", "main", "resources");

    /** The texts of a page, with those that only screen readers tell, and without parts that say that they are in English. */
    private static final String TEXTS = """
            () => {
              const body = document.body.cloneNode(true);
              body.querySelectorAll('[lang=en]').forEach(part => part.remove());
              return [document.title, body.textContent,
                ...[...body.querySelectorAll('[aria-label], [placeholder], [title], [data-column]')].flatMap(
                    part => ['aria-label', 'placeholder', 'title', 'data-column'].map(name => part.getAttribute(name)))]
              .join(' | ').replace(/\\s+/g, ' ');
            }
            """;

    private static final Pattern ENGLISH_AMOUNT = Pattern.compile("\\$[0-9]");
    private static final Pattern TIME = Pattern.compile("[0-9]{1,2} [a-z]{3,4}\\.? [0-9]{4}, [0-9]{1,2}:[0-9]{2}");

    /** The constant parts of English texts. */
    private static final Map<String, String> ENGLISH = english();

    private SpanishPage() {}

    static void check(Page page, String name) {
        assertThat(page.locator("html").getAttribute("lang"))
                .as("language of %s", name)
                .isEqualTo("es");
        var texts = page.evaluate(TEXTS).toString();
        assertThat(ENGLISH.entrySet().stream().filter(text -> texts.contains(text.getKey())))
                .as("English on %s, by the key of the text", name)
                .isEmpty();
        assertThat(texts).as(name).doesNotContainPattern(ENGLISH_AMOUNT);
        assertThat(page.locator("time").allTextContents())
                .as("times on %s", name)
                .allSatisfy(time -> assertThat(time).matches(TIME));
        UsablePage.checkNarrowWidth(page, name);
    }

    /**
     * Returns the parts of English texts between their arguments, and the keys of all texts, which a page shows instead of a
     * missing text. Leaves out parts that Spanish texts have too, and single words, which may be data.
     */
    private static Map<String, String> english() {
        var english = read("messages.properties");
        var spanish = read("messages_es.properties");
        var allSpanish = String.join("\n", spanish.values());
        var parts = new TreeMap<String, String>();
        english.forEach((key, text) -> Stream.concat(parts(text), Stream.of(key))
                .filter(part -> part.equals(key) ? key.matches("[a-z-]+\\..+\\..+") : part.contains(" "))
                .filter(part -> !allSpanish.contains(part))
                .forEach(part -> parts.put(part, key)));
        assertThat(parts).hasSizeGreaterThan(english.size() / 2);
        return parts;
    }

    private static Stream<String> parts(String text) {
        return Stream.of(text.replace("''", "'").split("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}"))
                .map(String::strip)
                .filter(part -> part.length() > 5);
    }

    private static Map<String, String> read(String file) {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(MESSAGES.resolve(file))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var sorted = new TreeMap<String, String>();
        texts.forEach((key, text) -> sorted.put(key.toString(), text.toString()));
        return sorted;
    }
}
