package ecommerce.proxyclient.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTests {

    @ParameterizedTest
    @CsvSource({
        "Camping Stove, camping-stove-17",
        "'  Café à la crème! ', cafe-a-la-creme-17",
        "80 Ω headphones (oat), 80-headphones-oat-17",
        "天幕, 17"
    })
    void namesAProductByItsTitleAndId(String title, String slug) {
        assertThat(Slugs.of(title, 17)).isEqualTo(slug);
        assertThat(Slugs.id(slug)).hasValue(17);
    }

    @Test
    void readsNoIdWhereThereIsNone() {
        for (var slug : new String[] {"", "stove", "stove-", "17-stove", "stove-99999999999999999999"}) {
            assertThat(Slugs.id(slug)).as(slug).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/app/",
                "/app",
                "/api/users/me",
                "/app/\\evil.example",
                "/app/\r\nSet-Cookie: a=b",
                "/app/{x}",
                "/app%2f/x",
                ""
            })
    void returnsToPagesOfTheShopOnly(String path) {
        assertThat(ReturnPath.of(path)).isEqualTo("/app/");
    }

    @Test
    void returnsToAPageWithItsQuery() {
        assertThat(ReturnPath.of("/app/search?q=a%20b")).isEqualTo("/app/search?q=a%20b");
    }
}
