package ecommerce.proxyclient.desk.home;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Reads from one service for one page. After a failure the service isn't asked again, so the page waits for it once. */
class ServiceReads {

    private static final Logger log = LoggerFactory.getLogger(ServiceReads.class);

    private final String service;
    private boolean isUnavailable;

    ServiceReads(String service) {
        this.service = service;
    }

    /** Returns the answer; null for one that doesn't exist, or while the service is unavailable. Throws 401 and 403. */
    <T> @Nullable T read(Supplier<T> call) {
        if (isUnavailable) {
            return null;
        }
        try {
            return call.get();
        } catch (HttpClientErrorException.Unauthorized | HttpClientErrorException.Forbidden refused) {
            throw refused;
        } catch (HttpClientErrorException.NotFound none) {
            return null;
        } catch (RestClientException e) {
            isUnavailable = true;
            log.warn(
                    "The desk shows no numbers of {}: {}", service, e.getClass().getSimpleName());
            return null;
        }
    }
}
