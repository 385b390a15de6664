package ecommerce.order.reconciliation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When and what is compared.
 *
 * @param interval between two runs
 * @param grace what changed so recently is left for the next run: news of it may still be on its way
 * @param lookBack orders that nothing has happened to for so long aren't compared any more
 * @param notMovingAfter after which an order that stays at a step without being flagged is a mismatch
 */
@ConfigurationProperties("shop.reconciliation")
record ReconciliationProperties(
        Duration interval, Duration grace, Duration lookBack, Duration notMovingAfter) {}
