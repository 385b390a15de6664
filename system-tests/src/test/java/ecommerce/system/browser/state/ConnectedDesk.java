package ecommerce.system.browser.state;

import static org.awaitility.Awaitility.await;

import ecommerce.system.application.Applications;
import ecommerce.system.application.Compilation;
import ecommerce.system.application.Instance;
import ecommerce.system.application.ServiceCommand;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.process.ServiceProcess;
import ecommerce.system.stack.Health;
import ecommerce.system.stack.LocalStack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A second proxy-client of the running shop, which knows Alertmanager. The shop's own doesn't, as on a laptop. The gateway doesn't
 * know this one, so a browser opens its port.
 */
final class ConnectedDesk implements AutoCloseable {

    private static final Instance INSTANCE = new Instance(ServiceDefinition.PROXY_CLIENT, 2);
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "ALERTMANAGER_URL", Alertmanager.URL,
            "EUREKA_CLIENT_REGISTERWITHEUREKA", "false",
            // A busy machine isn't an Alertmanager that doesn't answer.
            "SHOP_ALERTS_TIMEOUT", "20s");

    private final ServiceProcess process;
    private final int port;

    private ConnectedDesk(ServiceProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    static ConnectedDesk start(LocalStack stack) {
        var applications = new Applications(ROOT, Compilation.QUICK);
        var process = new ServiceProcess(
                INSTANCE.name(),
                () -> applications.command(INSTANCE.service()),
                ServiceCommand.environment(INSTANCE, stack.portOffset(), ENVIRONMENT),
                stack.state());
        process.start();
        var health = new Health(stack.portOffset());
        await().atMost(Duration.ofMinutes(3)).until(() -> health.isReady(INSTANCE));
        return new ConnectedDesk(process, INSTANCE.port(stack.portOffset()));
    }

    /** Returns the address of a path. Browsers send it the shop's cookies, which don't depend on the port. */
    String address(String path) {
        return "http://localhost:%d%s".formatted(port, path);
    }

    @Override
    public void close() {
        process.stop();
    }
}
