package ecommerce.system.flow;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.Concurrency;
import ecommerce.system.RunningShop;
import ecommerce.system.outage.Outages;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Runs {@code ./shop outages --brief}, because the full test takes too long for every build. It has a shop of its own and
 * mostly waits, so other tests run at the same time. It starts after the shop of these tests, because 22 services that start
 * at the same time exceed the limits of time.
 */
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Concurrency.PROCESSORS)
@ExtendWith(RunningShop.class)
class OutagesIT {

    private static final int PORT_OFFSET = 11_350;

    @Test
    void restartsEveryServiceUnderLoadWithoutAFailedRequest() {
        var report = new Outages(Path.of("..").toAbsolutePath().normalize(), PORT_OFFSET, true).run();

        System.out.println(report);
        var restart = report.result("a rolling restart");
        assertThat(restart.requests()).isGreaterThan(500);
        assertThat(restart.failures()).as("%s", restart).isEmpty();
        var killed = report.result("`kill -9`");
        assertThat(killed.failed()).as("%s", killed).isLessThan(killed.requests() / 20);
        assertThat(report.orders()).containsOnlyKeys("CONFIRMED");
    }
}
