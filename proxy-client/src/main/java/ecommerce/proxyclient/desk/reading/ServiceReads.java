package ecommerce.proxyclient.desk.reading;

import ecommerce.proxyclient.listing.Listing;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/**
 * Reads the parts of a page that one service has, one after the other. After a failure the service isn't asked again: its
 * other parts are missing too, so the page waits for it once. Each method throws 401 and 403.
 */
public final class ServiceReads {

    private static final Logger log = LoggerFactory.getLogger(ServiceReads.class);

    private final Set<String> missing;
    private boolean isUnavailable;

    ServiceReads(Set<String> missing) {
        this.missing = missing;
    }

    /** Reads all pages of a list; empty if it is missing. */
    public <T> List<T> all(String part, IntFunction<Listing<T>> pages) {
        var entries = one(part, () -> Listing.all(pages));
        return entries == null ? List.of() : entries;
    }

    /** Reads a record; null if it is missing or doesn't exist. */
    public <T> @Nullable T one(String part, Supplier<@Nullable T> reader) {
        if (isUnavailable) {
            missing.add(part);
            return null;
        }
        try {
            return reader.get();
        } catch (HttpClientErrorException.Unauthorized | HttpClientErrorException.Forbidden refused) {
            throw refused;
        } catch (HttpClientErrorException.NotFound none) {
            return null;
        } catch (RestClientException e) {
            isUnavailable = true;
            missing.add(part);
            log.warn(
                    "A page of the desk is shown without its {}: {}",
                    part,
                    e.getClass().getSimpleName());
            return null;
        }
    }
}
