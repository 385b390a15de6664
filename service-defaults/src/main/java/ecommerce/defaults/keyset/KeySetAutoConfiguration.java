package ecommerce.defaults.keyset;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.cloud.client.loadbalancer.LoadBalanced;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestTemplate;

/** Fetches user-service's keys through the registry. */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration")
@ConditionalOnProperty(name = "shop.security.resource-server", matchIfMissing = true)
@EnableConfigurationProperties(KeySetProperties.class)
class KeySetAutoConfiguration {

    @Bean(defaultCandidate = false)
    @LoadBalanced
    RestTemplate keySetRestTemplate(RestTemplateBuilder builder) {
        return builder.build();
    }

    @Bean
    JwkSetUriJwtDecoderBuilderCustomizer keySetThroughRegistry(
            @LoadBalanced RestTemplate keySetRestTemplate,
            @Value("${spring.security.oauth2.resourceserver.jwt.jwk-set-uri}") String uri,
            KeySetProperties properties) {
        var keys = new FetchedKeySet(keySetRestTemplate, uri, properties);
        return decoder -> decoder.jwtProcessorCustomizer(
                processor -> processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys)));
    }
}
