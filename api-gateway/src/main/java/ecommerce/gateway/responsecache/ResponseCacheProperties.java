package ecommerce.gateway.responsecache;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits the memory of the response cache.
 *
 * @param size how much all kept responses may take; 0 switches the cache off
 * @param largestResponse a larger response isn't kept
 */
@ConfigurationProperties("shop.response-cache")
record ResponseCacheProperties(
        @DefaultValue("8MB") DataSize size,
        @DefaultValue("64KB") DataSize largestResponse) {}
