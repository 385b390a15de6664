package ecommerce.product.search;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Configures the search for misspelt words and the suggestions.
 *
 * @param likeness the share of a misspelt word's trigrams that a title must have, 0.3 to 1
 * @param atOnce the number of searches and suggestions that run at the same time. It leaves connections of the pool to
 *     other requests.
 * @param longestWait how long others wait for their turn before they get 503
 * @param suggestionCandidates the number of products that are compared to find the best suggestions, 20 to 10,000
 */
@Validated
@ConfigurationProperties("shop.search")
record SearchProperties(
        @DecimalMin("0.3") @DecimalMax("1") BigDecimal likeness,
        @Positive int atOnce,
        Duration longestWait,
        @Min(20) @Max(10_000) int suggestionCandidates) {}
