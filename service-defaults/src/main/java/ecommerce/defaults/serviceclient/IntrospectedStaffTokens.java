package ecommerce.defaults.serviceclient;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.StaffTokens;
import ecommerce.defaults.security.StaffTokensUnavailableException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks user-service whether a token still holds (RFC 7662), and remembers the answer for a few seconds. Concurrent
 * requests with the same token wait for one question. Also remembers that there was no answer, so that they don't wait
 * one after the other.
 */
final class IntrospectedStaffTokens implements StaffTokens {

    private static final int REMEMBERED_TOKENS = 10_000;

    /** @param iss null in answers of the previous version of user-service */
    record Introspection(boolean active, @Nullable String iss) {

        /**
         * Returns whether the token holds. The previous version of user-service has the endpoint, but doesn't know
         * access tokens: it answers that none is active, without an issuer. For one release, staff go on as they did
         * before.
         */
        boolean holds() {
            return active || iss == null;
        }
    }

    private sealed interface Answer {
        record Holds(boolean active) implements Answer {}

        record None(RestClientException cause) implements Answer {}
    }

    private final RestClient http;
    private final Cache<String, Answer> answers;

    /** @param http authenticates as this service */
    IntrospectedStaffTokens(RestClient http, StaffTokenProperties properties) {
        this.http = http;
        this.answers = Caffeine.newBuilder()
                .expireAfter(Expiry.<String, Answer>writing((token, answer) -> switch (answer) {
                    case Answer.Holds holds -> properties.cache();
                    case Answer.None none -> properties.retryInterval();
                }))
                .maximumSize(REMEMBERED_TOKENS)
                .build();
    }

    @Override
    public boolean isActive(Caller caller, String token) {
        return switch (answers.get(token, this::ask)) {
            case Answer.Holds(var active) -> active;
            case Answer.None(var cause) ->
                throw new StaffTokensUnavailableException("user-service can't be asked: " + cause.getMessage(), cause);
        };
    }

    private Answer ask(String token) {
        try {
            var introspection = http.post()
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(MultiValueMap.fromSingleValue(Map.of("token", token, "token_type_hint", "access_token")))
                    .retrieve()
                    .body(Introspection.class);
            return introspection == null
                    ? new Answer.None(new RestClientException("the response is empty"))
                    : new Answer.Holds(introspection.holds());
        } catch (RestClientException e) {
            return new Answer.None(e);
        }
    }
}
