package ecommerce.proxyclient.desk.orders;

import ecommerce.proxyclient.listing.Listing;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Reads the parts of a page from several services, and records which parts are missing because a service is unavailable. */
final class PartialReading {

    private static final Logger log = LoggerFactory.getLogger(PartialReading.class);

    private final Set<String> missing = new LinkedHashSet<>();

    /** Reads all pages of a list; empty if it is missing. */
    <T> List<T> all(String part, IntFunction<Listing<T>> pages) {
        try {
            return Listing.all(pages);
        } catch (RestClientException e) {
            miss(part, e);
            return List.of();
        }
    }

    /** Reads a record; null if it is missing or doesn't exist. */
    <T> @Nullable T one(String part, Supplier<@Nullable T> reader) {
        try {
            return reader.get();
        } catch (HttpClientErrorException.NotFound e) {
            return null;
        } catch (RestClientException e) {
            miss(part, e);
            return null;
        }
    }

    Set<String> missing() {
        return missing;
    }

    private void miss(String part, RestClientException e) {
        missing.add(part);
        log.warn(
                "An order is shown at the desk without its {}: {}",
                part,
                e.getClass().getSimpleName());
    }
}
