package ecommerce.product.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponseException;

class SearchTurnsTests {

    private final SearchTurns turns =
            new SearchTurns(new SearchProperties(new BigDecimal("0.5"), 1, Duration.ofMinutes(1), 20));

    @Test
    void refusesASearchWhoseWaitIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> turns.take(() -> "found"))
                .satisfies(
                        refused -> assertThat(refused.getStatusCode().value()).isEqualTo(503));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(turns.take(() -> "found")).isEqualTo("found");
    }
}
