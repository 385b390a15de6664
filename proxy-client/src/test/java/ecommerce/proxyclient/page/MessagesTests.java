package ecommerce.proxyclient.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTests {

    private static final MessageSources SOURCES = new MessageSources("src/main");

    /** A literal key as the first argument, or two of which the code chooses one. */
    private static final String USED =
            "(?:text|getMessage|tell|warn)\\(\\s*(?:[^\"(]*(?:\\([^()]*\\))?[^\"(]*\\? )?\"([a-z]+[a-z.-]*[a-z])\"(?=\\s*[,:)])"
                    + "(?: : \"([a-z]+[a-z.-]*[a-z])\")?"
                    + "|message = \"\\{([a-z.-]+)}\"";

    /** A group of texts with a code that follows at run time. */
    private static final String GROUPS = "page\\.words?\\(\\s*\"([a-z.-]+)\""
            + "|(?:text|tell|warn|getMessage)\\(\"([a-z.-]+)\\.\" \\+"
            + "|TimelineEvent\\(\\s*[\\w.()]+,\\s*(?:\"\\w+\"|PAYMENT),\\s*\"([a-z.]+)\"";

    private static final String LITERALS = "\"\\{?([a-z]+(?:[.-][A-Za-z-]+)*\\.?)}?\"";

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_es"})
    void hasEachTextThatIsUsed(String language) throws IOException {
        var used = SOURCES.all(USED);
        assertThat(used).hasSizeGreaterThan(400);
        assertThat(texts(language)).containsAll(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_es"})
    void hasATextForEachCodeOfAGroup(String language) throws IOException {
        assertThat(texts(language)).containsAll(ofGroups());
    }

    @Test
    void knowsTheCodesOfEachGroup() {
        assertThat(MessageGroups.all().keySet()).containsAll(SOURCES.all(GROUPS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_es"})
    void hasNoTextThatNothingUses(String language) throws IOException {
        var unused = texts(language);
        unused.removeAll(SOURCES.all(LITERALS));
        unused.removeAll(ofGroups());
        assertThat(unused).isEmpty();
    }

    private static Set<String> ofGroups() {
        return MessageGroups.all().entrySet().stream()
                .flatMap(group -> group.getValue().stream().map(code -> group.getKey() + "." + code))
                .collect(Collectors.toSet());
    }

    private static Set<String> texts(String name) throws IOException {
        var texts = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources", name + ".properties"))) {
            texts.load(file);
        }
        return texts.stringPropertyNames().stream().collect(Collectors.toSet());
    }
}
