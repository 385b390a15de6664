package ecommerce.defaults.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.ErrorResponseException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class MergePatchesTests {

    record Size(@NotNull Integer width, @Nullable Integer height) {}

    record Thing(
            @NotBlank String name,
            @Nullable String note,
            @Nullable BigDecimal price,
            @NotNull @Valid Size size) {}

    private static final Thing LAMP = new Thing("Lamp", "White", new BigDecimal("9.90"), new Size(10, 20));

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private final MergePatches patches =
            new MergePatches(json, Validation.buildDefaultValidatorFactory().getValidator());

    @Test
    void keepsAbsentMembersAndClearsNullOnes() {
        assertThat(apply("{}")).isEqualTo(LAMP);
        assertThat(apply("{'note': null, 'name': 'Desk'}"))
                .isEqualTo(new Thing("Desk", null, new BigDecimal("9.90"), new Size(10, 20)));
    }

    @Test
    void mergesObjectsMemberByMember() {
        assertThat(apply("{'size': {'height': null}}").size()).isEqualTo(new Size(10, null));
        assertThat(apply("{'size': {'width': 5}}").size()).isEqualTo(new Size(5, 20));
    }

    @Test
    void keepsEveryDigit() {
        assertThat(apply("{'price': 1234567890.120}").price()).isEqualTo(new BigDecimal("1234567890.120"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'name': null} | name",
                "{'name': ' '} | name",
                "{'size': null} | size",
                "{'size': {'width': null}} | size.width",
                "{'size': {'width': 'wide'}} | size.width",
                "{'price': []} | price"
            })
    void namesTheInvalidMember(String patch, String field) {
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> apply(patch))
                .satisfies(
                        refusal -> assertThat(refusal.getStatusCode().value()).isEqualTo(400))
                .satisfies(
                        refusal -> assertThat(String.valueOf(refusal.getBody().getProperties()))
                                .contains("field=" + field + ","));
    }

    @Test
    void refusesANumberThatIsTooLongToBeRead() {
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> apply("{'size': {'width': '%s'}}".formatted("9".repeat(5_000))))
                .satisfies(
                        refusal -> assertThat(String.valueOf(refusal.getBody().getProperties()))
                                .contains("field=size.width,"));
    }

    @Test
    void ignoresInvalidMembersThatThePatchDoesNotName() {
        var old = new Thing(" ", null, null, new Size(1, 1));

        assertThat(patches.apply(old, (ObjectNode) json.readTree("{\"note\": \"Old\"}"))
                        .note())
                .isEqualTo("Old");
    }

    private Thing apply(String patch) {
        return patches.apply(LAMP, (ObjectNode) json.readTree(patch.replace('\'', '"')));
    }
}
