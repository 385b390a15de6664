package ecommerce.product.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkuTests {

    @ParameterizedTest
    @ValueSource(strings = {"A", "00042", "AB 12+3", "[X]", "(1/2)", "#1", "Größe", "茶-1", "e\u0323\u0307", "№ 7"})
    void acceptsSkusOfSuppliers(String sku) {
        assertThat(sku).matches(Sku.FORM);
        assertThat("x".repeat(50)).matches(Sku.FORM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", " A", "A ", "=1", "+1", "-1", "@1", "A\tB", "A\nB", "A\u0000", "A\u00ADB", "A\u00A0B"})
    void refusesOuterSpacesInvisibleCharactersAndFormulas(String sku) {
        assertThat(sku).doesNotMatch(Sku.FORM);
        assertThat("x".repeat(51)).doesNotMatch(Sku.FORM);
    }

    @Test
    void normalisesAnSku() {
        assertThat(Sku.tidy("\uFEFF A\u00A01\u202Fu\u0308\u00AD\u200B ")).isEqualTo("A 1 \u00FC");
    }
}
