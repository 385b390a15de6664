package ecommerce.gateway;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configures transfers of whole files.
 *
 * @param paths the patterns of paths at which clients send or receive files
 * @param timeout how long a transfer may take
 */
@ConfigurationProperties("shop.transfers")
record TransferProperties(List<String> paths, Duration timeout) {}
