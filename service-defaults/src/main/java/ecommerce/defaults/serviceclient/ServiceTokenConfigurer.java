package ecommerce.defaults.serviceclient;

import java.util.List;
import java.util.Map;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.util.CollectionUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;

/**
 * Gives each HTTP interface group, which is named after the called service, tokens of its own. The request for a token names
 * the service as {@code resource} (RFC 8707); a version of user-service that doesn't know the parameter ignores it.
 */
final class ServiceTokenConfigurer implements RestClientHttpServiceGroupConfigurer {

    private static final Authentication PRINCIPAL = UsernamePasswordAuthenticationToken.unauthenticated("service", "");

    private final ClientRegistration service;
    private final RestClientClientCredentialsTokenResponseClient tokens;

    ServiceTokenConfigurer(ClientRegistration service, RestClientClientCredentialsTokenResponseClient tokens) {
        this.service = service;
        this.tokens = tokens;
        tokens.addParametersConverter(ServiceTokenConfigurer::resource);
    }

    @Override
    public void configureGroups(Groups<RestClient.Builder> groups) {
        groups.forEachClient((group, client) -> client.requestInterceptor(tokensFor(group.name())));
    }

    /** Returns an interceptor that adds a token for calls to one service. It forgets a token that the service refuses. */
    ClientHttpRequestInterceptor tokensFor(String callee) {
        var registrations = new InMemoryClientRegistrationRepository(ClientRegistration.withClientRegistration(service)
                .registrationId(callee)
                .build());
        var clients = new InMemoryOAuth2AuthorizedClientService(registrations);
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients);
        var provider = new ClientCredentialsOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(tokens);
        manager.setAuthorizedClientProvider(provider);
        var interceptor = new OAuth2ClientHttpRequestInterceptor(manager);
        interceptor.setClientRegistrationIdResolver(request -> callee);
        // One token for all requests, whoever the user is.
        interceptor.setPrincipalResolver(request -> PRINCIPAL);
        interceptor.setAuthorizationFailureHandler(
                OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(clients));
        return interceptor;
    }

    private static MultiValueMap<String, String> resource(OAuth2ClientCredentialsGrantRequest request) {
        var callee = request.getClientRegistration().getRegistrationId();
        return CollectionUtils.toMultiValueMap(Map.of("resource", List.of("http://" + callee)));
    }
}
