package ecommerce.defaults.keyset;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configures how often user-service's key set is fetched.
 *
 * @param cache how long a fetched key set is used, and so how long a withdrawn key may still be accepted
 * @param refetchInterval the interval in which unknown key ids cause at most two more fetches; must be shorter than the
 *     cache
 */
@ConfigurationProperties("shop.security.key-set")
record KeySetProperties(
        @DefaultValue("5m") Duration cache,
        @DefaultValue("5s") Duration refetchInterval) {}
