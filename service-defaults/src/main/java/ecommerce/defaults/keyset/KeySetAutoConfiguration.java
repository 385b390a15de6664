package ecommerce.defaults.keyset;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import ecommerce.defaults.serviceclient.NextAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Fetches the keys from user-service's own address, so that no entry of the registry can replace them. */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration")
@ConditionalOnProperty(name = "shop.security.resource-server", matchIfMissing = true)
@EnableConfigurationProperties(KeySetProperties.class)
class KeySetAutoConfiguration {

    @Bean
    JwkSetUriJwtDecoderBuilderCustomizer keySetOfUserService(
            RestTemplateBuilder builder,
            @Value("${spring.security.oauth2.resourceserver.jwt.jwk-set-uri}") String uri,
            KeySetProperties properties) {
        var keys = new FetchedKeySet(
                builder.additionalInterceptors(new NextAddress()).build(), uri, properties);
        return decoder -> decoder.jwtProcessorCustomizer(
                processor -> processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys)));
    }
}
