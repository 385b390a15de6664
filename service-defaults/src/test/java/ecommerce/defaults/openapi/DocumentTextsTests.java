package ecommerce.defaults.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentTextsTests {

    @Test
    void turnsJavadocIntoMarkdown() {
        var javadoc = """
                 Orders a cart. <code>If-Match</code> takes the
                 {@link ecommerce.Tag} of the cart.

                 <p>With a key, a repeated request
                 gets the first response, if <code>
                 a &gt; b</code>.
                """;

        assertThat(DocumentTexts.markdown(javadoc)).isEqualTo("""
                Orders a cart. `If-Match` takes the `ecommerce.Tag` of the cart.

                With a key, a repeated request gets the first response, if `a > b`.""");
    }

    @Test
    void makesATitleOfASentence() {
        assertThat(DocumentTexts.summary("Sets the\n <code>quantity</code>.")).isEqualTo("Sets the quantity");
    }
}
