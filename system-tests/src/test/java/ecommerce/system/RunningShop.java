package ecommerce.system;

import ecommerce.system.application.Compilation;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.containers.ComposedShop;
import ecommerce.system.process.StateDirectory;
import ecommerce.system.stack.AotTrainingExtension;
import ecommerce.system.stack.LocalStack;
import ecommerce.system.tracing.TraceCollector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides one shop for all tests of a run. The first test that needs the shop starts it, and it stops after the last
 * test. The shop is a {@link LocalStack}, or with the system property {@code shop.containers} a {@link ComposedShop}. A
 * test with a parameter of one of these types can run only with that type. While you write a test, the system property
 * {@code shop.gateway} names a shop that runs already, such as {@code http://localhost:8080}.
 */
public final class RunningShop implements BeforeAllCallback, ParameterResolver {

    private static final String LOCAL_PASSWORD = "admin-password";
    private static final int PORT_OFFSET = 15_000;
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "RATE_LIMITS", "false",
            // The tests sign in thousands of times, and other shops run beside this one.
            "SHOP_PASSWORDS_ENCODING", "pbkdf2-1000",
            // Like a server. The local profile uses the registry less often, so tests of killed services would wait
            // longer.
            "EUREKA_INSTANCE_LEASERENEWALINTERVALINSECONDS", "5",
            "EUREKA_INSTANCE_LEASEEXPIRATIONDURATIONINSECONDS", "15",
            "EUREKA_CLIENT_REGISTRYFETCHINTERVALSECONDS", "3",
            "EUREKA_CLIENT_INSTANCEINFOREPLICATIONINTERVALSECONDS", "5",
            // Staff finish flagged orders, and a test can't wait 15 minutes for one.
            "SHOP_FULFILMENT_ATTENTIONAFTER", "5s",
            "TRACING_EXPORT", "true",
            "TRACING_SAMPLING", "1.0",
            "OTLP_ENDPOINT", "http://localhost:%d/v1/traces".formatted(TraceCollector.PORT));
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(RunningShop.class);

    private record Running(Shop shop, Object stack, Runnable stop) {}

    /** An attempt to start the shop: a shop or a failure. */
    private record Start(
            @Nullable Running running, @Nullable RuntimeException failure) implements AutoCloseable {

        Running result() {
            if (running == null) {
                throw new IllegalStateException("The shop of this run hasn't started", failure);
            }
            return running;
        }

        @Override
        public void close() {
            if (running != null) {
                running.stop().run();
            }
        }
    }

    /** Returns the shop, for other extensions. */
    public static Shop shop(ExtensionContext context) {
        return running(context).shop();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Shop.class || type == LocalStack.class || type == ComposedShop.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var running = running(context);
        var type = parameter.getParameter().getType();
        if (type == Shop.class) {
            return running.shop();
        }
        if (type.isInstance(running.stack())) {
            return running.stack();
        }
        throw new ParameterResolutionException("The shop of this run is not a " + type.getSimpleName());
    }

    /** Doesn't start a shop again that couldn't be started, because each attempt takes minutes. */
    private static Running running(ExtensionContext context) {
        var store = context.getRoot().getStore(NAMESPACE);
        return store.computeIfAbsent(Start.class, key -> start(context), Start.class)
                .result();
    }

    private static Start start(ExtensionContext context) {
        try {
            return new Start(run(context), null);
        } catch (RuntimeException failure) {
            return new Start(null, failure);
        }
    }

    private static Running run(ExtensionContext context) {
        var gateway = System.getProperty("shop.gateway");
        if (gateway != null) {
            return new Running(new Shop(URI.create(gateway), LOCAL_PASSWORD), gateway, () -> {});
        }
        if (Boolean.getBoolean("shop.containers")) {
            return inContainers();
        }
        AotTrainingExtension.train(context);
        return onThisMachine();
    }

    private static Running inContainers() {
        var containers = ComposedShop.start(root());
        var shop = new Shop(containers.gateway(), ComposedShop.secret("ADMIN_PASSWORD"));
        return new Running(shop, containers, containers::close);
    }

    private static Running onThisMachine() {
        var state = new StateDirectory(Path.of("target", "shop").toAbsolutePath());
        var stack = new LocalStack(root(), state, PORT_OFFSET, ENVIRONMENT, Map.of(), Compilation.QUICK);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        try {
            stack.start(true);
            stack.awaitReady(
                    PATIENCE,
                    (instance, step, since) ->
                            System.out.printf("%s %s after %d s%n", instance.name(), step, since.toSeconds()));
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
        var shop = new Shop(stack.uri(ServiceDefinition.API_GATEWAY), LOCAL_PASSWORD);
        return new Running(shop, stack, stack::close);
    }

    private static Path root() {
        return Path.of("..").toAbsolutePath().normalize();
    }
}
