package ecommerce.user.token;

import ecommerce.user.edge.ServiceEdges;
import java.util.ArrayList;
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

/**
 * Registers each service that calls others as a client with a secret of its own, and proxy-client, through which people sign
 * in.
 */
@Configuration(proxyBeanMethods = false)
class RegisteredClients {

    private static final String SIGN_IN_CLIENT = "proxy-client";

    @Bean
    RegisteredClientRepository registeredClientRepository(
            ServiceEdges edges, Environment secrets, PasswordEncoder passwords, TokenProperties properties) {
        var settings = TokenSettings.builder()
                .accessTokenTimeToLive(properties.accessTokenLifetime())
                .build();
        var clients = new ArrayList<RegisteredClient>();
        for (var caller : edges.callers()) {
            clients.add(client(caller, secrets, passwords)
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .tokenSettings(settings)
                    .build());
        }
        clients.add(client(SIGN_IN_CLIENT, secrets, passwords)
                .authorizationGrantType(FirstPartyGrant.PASSWORD)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .tokenSettings(settings)
                .build());
        return new InMemoryRegisteredClientRepository(clients);
    }

    private static RegisteredClient.Builder client(String name, Environment secrets, PasswordEncoder passwords) {
        var secret = secrets.getRequiredProperty(ServiceEdges.secretOf(name));
        return RegisteredClient.withId(name)
                .clientId(name)
                .clientSecret(passwords.encode(secret))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    }
}
