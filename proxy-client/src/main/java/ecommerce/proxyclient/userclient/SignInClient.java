package ecommerce.proxyclient.userclient;

import ecommerce.proxyclient.listing.Listing;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Lists and ends the open sign-ins of the signed-in user. */
@HttpExchange("/api/auth/sign-ins")
public interface SignInClient {

    /**
     * A browser or another client that is signed in.
     *
     * @param address the IP address from which it was last used; absent if unknown
     * @param current true if the request's token belongs to it, otherwise absent
     */
    record OpenSignIn(
            UUID signInId,
            Instant signedInAt,
            Instant lastUsedAt,
            @Nullable String address,
            @Nullable Boolean current) {

        public boolean isCurrent() {
            return Boolean.TRUE.equals(current);
        }
    }

    /** Lists the sign-ins, the one that was used last first. */
    @GetExchange
    Listing<OpenSignIn> signIns(@RequestParam int size, @RequestParam int page);

    @DeleteExchange("/{signInId}")
    void end(@PathVariable UUID signInId);
}
