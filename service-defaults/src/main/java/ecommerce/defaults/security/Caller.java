package ecommerce.defaults.security;

import ecommerce.defaults.problem.Problem;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The caller of a request according to its access token: a user (the subject is the user's id) or a service (the
 * subject is its name). Controllers receive it as {@code @AuthenticationPrincipal Caller}.
 *
 * @param subject the token's {@code sub}
 * @param username the sign-in name, or the service's name
 * @param roles any of {@code USER}, {@code ADMIN} and {@code SERVICE}, without a prefix
 * @param scopes the scopes of a service's token
 * @param signedInAt when the user entered the password; null for a service
 * @param signInId the sign-in that the token belongs to; null for a service, and in tokens of the previous version
 */
public record Caller(
        String subject,
        String username,
        Collection<String> roles,
        Collection<String> scopes,
        @Nullable Instant signedInAt,
        @Nullable String signInId)
        implements OAuth2AuthenticatedPrincipal {

    /**
     * Stands for all scopes in tokens of services that the previous version of user-service issued. They expire 15
     * minutes after its last instance has stopped.
     */
    static final String ANY_SCOPE = "*";

    /** Describes the parameter {@code userId} of lists. */
    public static final String USER_ID_PARAMETER = "A user's id, or me for your own";

    private static final String ME = "me";

    public Caller(String subject, String username, Collection<String> roles) {
        this(subject, username, roles, List.of(), null, null);
    }

    /** Returns the caller of the current request; empty if nobody has signed in, and outside requests. */
    public static Optional<Caller> current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    static Caller of(Jwt jwt) {
        var roles = Objects.requireNonNullElse(jwt.getClaimAsStringList("roles"), List.<String>of());
        var subject = Objects.requireNonNull(jwt.getSubject(), "user-service sets the subject of every token");
        var username = Objects.requireNonNullElse(jwt.getClaimAsString("username"), subject);
        return new Caller(
                subject,
                username,
                List.copyOf(roles),
                scopes(jwt, roles),
                signedInAt(jwt, roles),
                jwt.getClaimAsString("sid"));
    }

    /**
     * Returns the claim {@code auth_time}. Tokens of users that the previous version of user-service issued have none.
     * They live 15 minutes, so the time when they were issued stands for it.
     */
    private static @Nullable Instant signedInAt(Jwt jwt, List<String> roles) {
        if (roles.contains("SERVICE")) {
            return null;
        }
        return jwt.hasClaim("auth_time") ? jwt.getClaimAsInstant("auth_time") : jwt.getIssuedAt();
    }

    private static List<String> scopes(Jwt jwt, List<String> roles) {
        if (!roles.contains("SERVICE")) {
            return List.of();
        }
        var scope = jwt.getClaimAsString("scope");
        return scope == null ? List.of(ANY_SCOPE) : List.of(scope.split(" "));
    }

    /** Returns the user's id. Throws {@link IllegalStateException} if the caller is a service. */
    public long userId() {
        if (isService()) {
            throw new IllegalStateException("%s is a service, not a user".formatted(subject));
        }
        return Long.parseLong(subject);
    }

    /**
     * Resolves the parameter {@code userId} of a list: a user's id, or {@code me} for the caller's own. Returns null if
     * it is absent or empty. Throws 400 for any other text.
     */
    public @Nullable Long resolveUserId(@Nullable String parameter) {
        if (parameter == null || parameter.isEmpty()) {
            return null;
        }
        if (parameter.equals(ME)) {
            return userId();
        }
        if (!parameter.matches("\\d{1,18}")) {
            throw Problem.invalid("userId", "must be a user's id, or %s for your own".formatted(ME));
        }
        return Long.valueOf(parameter);
    }

    public boolean isAdmin() {
        return roles.contains("ADMIN");
    }

    public boolean isService() {
        return roles.contains("SERVICE");
    }

    /**
     * Returns whether this caller may read and change the user's resources: the caller is that user or staff. If not,
     * the audit log records the attempt when the request is refused.
     */
    public boolean mayActFor(long ownerId) {
        var may = isAdmin() || (!isService() && userId() == ownerId);
        if (!may) {
            AttemptedAccess.toForeignRecord();
        }
        return may;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of("sub", subject, "username", username, "roles", roles);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return AuthorityUtils.createAuthorityList(Stream.concat(
                        roles.stream().map("ROLE_"::concat), scopes.stream().map("SCOPE_"::concat))
                .toList());
    }

    @Override
    public String getName() {
        return subject;
    }
}
