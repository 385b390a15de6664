package ecommerce.user.introspection;

import ecommerce.user.edge.ServiceEdges;
import ecommerce.user.user.User;
import ecommerce.user.user.UserRepository;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.stereotype.Component;

/**
 * Answers whether an access token of a user still holds: it is valid, and the user exists, isn't blocked and has the role
 * that the token names. Only services with the scope {@value #SCOPE} may ask. Each answer names the issuer. The previous
 * version of this service, which calls every access token inactive, doesn't, and so the services can tell the two apart.
 */
@Component
public class Introspection {

    private static final String SCOPE = "tokens:introspect";
    private static final List<String> DESCRIBED = List.of("sub", "username", "iat", "exp");

    private final JwtDecoder decoder;
    private final UserRepository users;
    private final ServiceEdges edges;
    private final String self;
    private final String issuer;

    Introspection(
            JwtDecoder decoder,
            UserRepository users,
            ServiceEdges edges,
            @Value("${spring.application.name}") String self,
            @Value("${shop.tokens.issuer}") String issuer) {
        this.decoder = decoder;
        this.users = users;
        this.edges = edges;
        this.self = self;
        this.issuer = issuer;
    }

    /** Returns whether a service may ask. */
    boolean mayAsk(String service) {
        return edges.callsOf(service).getOrDefault(self, List.of()).contains(SCOPE);
    }

    OAuth2TokenIntrospection introspect(String token) {
        return decode(token).filter(this::holds).map(this::describe).orElseGet(this::inactive);
    }

    private Optional<Jwt> decode(String token) {
        try {
            return Optional.of(decoder.decode(token));
        } catch (BadJwtException invalid) {
            return Optional.empty();
        }
    }

    private boolean holds(Jwt token) {
        var subject = token.getSubject();
        var roles = token.getClaimAsStringList("roles");
        return subject != null
                && roles != null
                && find(subject)
                        .filter(user -> roles.equals(List.of(user.role().name())) && !user.isBlocked())
                        .isPresent();
    }

    private Optional<User> find(String subject) {
        // The subject of a service's token is a name.
        return subject.matches("\\d{1,18}") ? users.findById(Long.parseLong(subject)) : Optional.empty();
    }

    private OAuth2TokenIntrospection describe(Jwt token) {
        return OAuth2TokenIntrospection.builder(true)
                .issuer(issuer)
                .tokenType("Bearer")
                .claims(claims -> DESCRIBED.stream()
                        .filter(token::hasClaim)
                        .forEach(name -> claims.put(name, token.getClaim(name))))
                .build();
    }

    private OAuth2TokenIntrospection inactive() {
        return OAuth2TokenIntrospection.builder(false).issuer(issuer).build();
    }
}
