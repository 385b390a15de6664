package ecommerce.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.stack.LocalStack;
import java.io.IOException;
import java.util.List;

/**
 * Services that don't answer until they are resumed. Then they go on at once, unlike services that start again, and perform the
 * requests that have arrived meanwhile.
 */
public final class SuspendedServices implements AutoCloseable {

    private final LocalStack stack;
    private final List<ServiceDefinition> services;

    private SuspendedServices(LocalStack stack, List<ServiceDefinition> services) {
        this.stack = stack;
        this.services = services;
    }

    /** Suspends the first instance of each service. */
    public static SuspendedServices suspend(LocalStack stack, ServiceDefinition... services) {
        var suspended = new SuspendedServices(stack, List.of(services));
        suspended.signal("-STOP");
        return suspended;
    }

    /** Resumes the services. */
    @Override
    public void close() {
        signal("-CONT");
    }

    private void signal(String signal) {
        for (var service : services) {
            var pid = stack.service(service).process().orElseThrow().pid();
            try {
                var sent = new ProcessBuilder("kill", signal, Long.toString(pid)).start();
                assertThat(sent.waitFor()).isZero();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
