package ecommerce.user.throttle;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Limits how often the tokens of one sign-in are refreshed. Used refresh tokens are stored until they expire, to recognise a
 * stolen one. The limit bounds their number, and so the time that it takes to end the sign-in.
 */
@Component
public class RefreshThrottle {

    private final Limit limit;
    private final Counters counters;

    RefreshThrottle(ThrottleProperties properties, Counters counters) {
        this.limit = properties.refresh();
        this.counters = counters;
    }

    /**
     * Counts a refresh.
     *
     * @throws org.springframework.web.ErrorResponseException 429 with the time to wait, after too many refreshes
     */
    public void count(UUID familyId) {
        counters.count(
                "This sign-in was refreshed too often. Wait before you refresh it again.",
                List.of(Counter.of("refresh", limit, familyId.toString())));
    }
}
