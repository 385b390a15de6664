package ecommerce.system.flow;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.RunningShop;
import ecommerce.system.attack.Attack;
import ecommerce.system.stack.LocalStack;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("It keeps the processors busy, and leaves throttled sign-ins and unfinished orders behind.")
@ExtendWith(RunningShop.class)
class AttackIT {

    @Test
    void letsInOnlyWhomTheTableOfAccessNames(LocalStack stack) {
        var report = new Attack(Path.of("").toAbsolutePath().getParent(), stack).runBriefly();

        assertThat(report.findings()).isEmpty();
        assertThat(report.requests()).isGreaterThan(3_000);
    }
}
