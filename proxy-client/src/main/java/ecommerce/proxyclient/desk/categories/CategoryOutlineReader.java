package ecommerce.proxyclient.desk.categories;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.productclient.CategoryStaffClient;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Reads all categories. Staff see each change at once, but for the filter of a list. */
@Component
public class CategoryOutlineReader {

    private static final Logger log = LoggerFactory.getLogger(CategoryOutlineReader.class);

    private static final Duration FILTER_KEPT = Duration.ofSeconds(30);
    private static final String ALL = "all";

    private final CategoryStaffClient categories;
    private final LoadingCache<String, Map<String, String>> filters;

    CategoryOutlineReader(CategoryStaffClient categories) {
        this.categories = categories;
        this.filters = Caffeine.newBuilder().expireAfterWrite(FILTER_KEPT).build(all -> read().options());
    }

    public CategoryOutline read() {
        return new CategoryOutline(Listing.all(page -> categories.categories(Listing.LARGEST, page)));
    }

    /**
     * Returns the categories for the filter of a list, which staff open again and again. They are up to 30 seconds old if
     * another instance has changed one.
     */
    public Map<String, String> filter() {
        return filters.get(ALL);
    }

    /** Reads the categories again for the next filter, because one has changed. */
    void forgetFilter() {
        filters.invalidateAll();
    }

    /**
     * Returns the categories for a field to choose one. The chosen one is always offered, so that what was typed into a form
     * can be shown again, and it is the only one while the service is unavailable.
     *
     * @param chosen the id of the chosen category; empty if none is
     */
    public Map<String, String> options(String chosen) {
        return options(CategoryOutline::options, chosen);
    }

    /** Does the same for the categories below which a category can be moved. */
    Map<String, String> parents(long categoryId, String chosen) {
        return options(outline -> outline.parentsOf(categoryId), chosen);
    }

    private Map<String, String> options(Function<CategoryOutline, Map<String, String>> choice, String chosen) {
        try {
            var options = choice.apply(read());
            if (!chosen.isEmpty()) {
                options.putIfAbsent(chosen, chosen);
            }
            return options;
        } catch (HttpClientErrorException refused) {
            throw refused;
        } catch (RestClientException | ErrorResponseException e) {
            log.warn("A form offers only the chosen category: {}", e.getClass().getSimpleName());
            return chosen.isEmpty() ? Map.of() : Map.of(chosen, chosen);
        }
    }
}
