package ecommerce.proxyclient.shop.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.page.PageProperties;
import gg.jte.output.StringOutput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionRendererTests {

    private final DescriptionRenderer descriptions = new DescriptionRenderer(new PageProperties(
            List.of("https://images.example.com", "https://*.example.org:8443"), "http://shop", "UTC"));

    @Test
    void rendersMarkdownBelowTheHeadingsOfThePage() {
        var description = descriptions.render("# Stove\n\nLight, *and* hot.\n\n##### Size\n\n- 10 cm\n- 20 cm");

        assertThat(html(description))
                .contains("<h3>Stove</h3>", "<em>and</em>", "<h6>Size</h6>", "<li>10 cm</li>")
                .doesNotContain("<h1", "<h2");
        assertThat(description.text())
                .startsWith("Stove")
                .contains("Light, and hot.")
                .doesNotContain("#", "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a <img src=x onerror=alert(1)> b",
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt&#58;alert(1))",
                "<javascript:alert(1)>",
                "[a](data:text/html;base64,PHN2Zz4=)",
                "![a](javascript:alert(1))",
                "![a](https://images.example.com/x.png \"\\\" onerror=\\\"alert(1)\")",
                "```\" onclick=\"alert(1)\n</code><script>\n```"
            })
    void leavesNoMarkupOrScriptOfTheText(String markdown) {
        assertThat(html(descriptions.render(markdown)))
                .doesNotContain("<script", "<img src=x", "\" onerror", "\" onclick")
                .doesNotContainPattern("(?i)(href|src)=\"(javascript|data):");
    }

    @ParameterizedTest
    @CsvSource({
        "/app/images/a.png, true",
        "https://images.example.com/a.png, true",
        "https://a.b.example.org:8443/a.png, true",
        "//evil.example/a.png, false",
        "/\\evil.example/a.png, false",
        "https://images.example.com.evil.example/a.png, false",
        "https://images.example.com@evil.example/a.png, false",
        "https://example.org:8443/a.png, false",
        "http://images.example.com/a.png, false"
    })
    void showsOnlyImagesThatThePageMayLoad(String address, boolean isShown) {
        var html = html(descriptions.render("Look: ![a *red* stove](<%s>)".formatted(address)));

        assertThat(html.contains("<img")).isEqualTo(isShown);
        assertThat(html).contains(isShown ? "alt=\"a red stove\"" : "Look: a <em>red</em> stove");
    }

    @Test
    void boundsTheLengthAndTheDepth() {
        assertThat(descriptions.render("x".repeat(1_000_000)).text()).hasSize(10_000);
        for (var deep : List.of(
                "> ".repeat(4_000) + "stove",
                "- ".repeat(4_000) + "stove",
                "![".repeat(1_000) + "stove" + "](/a)".repeat(1_000))) {
            assertThat(html(descriptions.render(deep))).contains("stove").doesNotContain("<blockquote", "<ul", "<img");
        }
    }

    @Test
    void summarisesALongTextInWholeWords() {
        var description = descriptions.render("A stove for two. ".repeat(20));

        assertThat(description.summary()).hasSizeBetween(150, 161).endsWith("…");
        assertThat(description.text()).startsWith(description.summary().replace("…", " "));
        assertThat(descriptions.render("Short").summary()).isEqualTo("Short");
        assertThat(descriptions.render(null).isEmpty()).isTrue();
    }

    private static String html(ProductDescription description) {
        var output = new StringOutput();
        description.writeTo(output);
        return output.toString();
    }
}
