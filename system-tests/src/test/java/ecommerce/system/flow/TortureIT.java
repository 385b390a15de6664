package ecommerce.system.flow;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.stack.AotTrainingExtension;
import ecommerce.system.torture.Torture;
import ecommerce.system.torture.TortureSettings;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Runs {@code ./shop torture --brief}, because the full test takes too long for every build. */
@Isolated("It keeps the processors busy.")
@ExtendWith(AotTrainingExtension.class)
class TortureIT {

    private static final int PORT_OFFSET = 14_500;

    @Test
    void keepsAllGuaranteesWhileProcessesAreKilled() {
        var settings = TortureSettings.brief(ThreadLocalRandom.current().nextLong(1_000_000));
        var root = Path.of("..").toAbsolutePath().normalize();

        var report = new Torture(root, PORT_OFFSET, settings).run();

        System.out.println(report);
        assertThat(report.placed()).isGreaterThan(settings.checkouts() / 2);
    }
}
