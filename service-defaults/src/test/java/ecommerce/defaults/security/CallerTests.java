package ecommerce.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.ErrorResponseException;

class CallerTests {

    private final Caller caller = new Caller("42", "alice", List.of("USER"));

    @Test
    void resolvesTheUserOfAList() {
        assertThat(caller.resolveUserId("me")).isEqualTo(42);
        assertThat(caller.resolveUserId("7")).isEqualTo(7);
        assertThat(caller.resolveUserId(null)).isNull();
        assertThat(caller.resolveUserId("")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ME", "myself", " 7", "-7", "7.0", "٧", "0x7", "9999999999999999999"})
    void refusesOtherTextsThanAnIdOrMe(String parameter) {
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> caller.resolveUserId(parameter))
                .satisfies(problem -> {
                    assertThat(problem.getStatusCode().value()).isEqualTo(400);
                    assertThat(problem.getBody().getProperties().toString()).contains("userId", "me for your own");
                });
    }
}
