package ecommerce.product.search;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Suggests products while a customer types. The endpoint is public. */
@RestController
@RequestMapping("/api/products/suggestions")
@Tag(name = "products")
class SuggestionController {

    private final Suggestions suggestions;
    private final SearchTurns turns;

    SuggestionController(Suggestions suggestions, SearchTurns turns) {
        this.suggestions = suggestions;
        this.turns = turns;
    }

    record SuggestionList(List<Suggestion> collection) {}

    /**
     * Suggests products for an unfinished text. Searches for {@code q} like the list of products, and returns the best
     * matches first.
     */
    @GetMapping
    SuggestionList list(
            @RequestParam @NotNull @Size(max = 200) String q,
            @RequestParam(defaultValue = "8") @Min(1) @Max(20) int size) {
        return new SuggestionList(turns.take(() -> suggestions.find(q, size)));
    }
}
