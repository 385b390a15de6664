package ecommerce.product.stock.ledger;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the comparison of stock and ledger periodically, on one replica at a time. */
@Configuration(proxyBeanMethods = false)
class StockLedgerTask {

    /** @param checkInterval the time between the end of a comparison and the start of the next */
    @ConfigurationProperties("shop.stock-ledger")
    record Properties(Duration checkInterval) {}

    @Bean
    Task<Void> checkStockLedger(StockLedgerCheck check, Properties properties) {
        return Tasks.recurring("check-stock-ledger", FixedDelay.of(properties.checkInterval()))
                .execute((instance, context) -> check.run());
    }
}
