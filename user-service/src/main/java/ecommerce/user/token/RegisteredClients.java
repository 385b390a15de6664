package ecommerce.user.token;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * Registers the services that call other services. Each is a client with its own secret. Only proxy-client may also
 * sign users in.
 */
@Configuration(proxyBeanMethods = false)
class RegisteredClients {

    private static final String SIGN_IN_CLIENT = "proxy-client";

    /** Client secrets by service name. */
    @ConfigurationProperties("shop")
    record Clients(Map<String, String> clients) {

        @Override
        public String toString() {
            return "Clients" + clients.keySet();
        }
    }

    @Bean
    RegisteredClientRepository registeredClientRepository(
            Clients secrets, PasswordEncoder passwords, TokenProperties properties) {
        var clients = secrets.clients().entrySet().stream()
                .map(entry -> client(entry.getKey(), passwords.encode(entry.getValue()), properties))
                .toList();
        return new InMemoryRegisteredClientRepository(clients);
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
