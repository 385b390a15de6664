package ecommerce.user.token;

import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Registers each service that calls others as a client with a secret of its own, and proxy-client, which signs people in. */
@Configuration(proxyBeanMethods = false)
class RegisteredClients {

    private static final String SIGN_IN_CLIENT = "proxy-client";

    @Bean
    RegisteredClientRepository registeredClientRepository(
            Environment secrets, PasswordEncoder passwords, TokenProperties properties) {
        var names = Stream.concat(CallingServices.names().stream(), Stream.of(SIGN_IN_CLIENT));
        return new InMemoryRegisteredClientRepository(names.map(
                        name -> client(name, passwords.encode(secret(secrets, name)), properties))
                .toList());
    }

    private static String secret(Environment secrets, String service) {
        return secrets.getRequiredProperty(CallingServices.secretOf(service));
    }

    private static RegisteredClient client(String name, String secretHash, TokenProperties properties) {
        var client = RegisteredClient.withId(name)
                .clientId(name)
                .clientSecret(secretHash)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(properties.accessTokenLifetime())
                        .build());
        if (name.equals(SIGN_IN_CLIENT)) {
            client.authorizationGrantType(FirstPartyGrant.PASSWORD)
                    .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN);
        }
        return client.build();
    }
}
