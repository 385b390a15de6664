package ecommerce.system;

import ecommerce.system.stack.LocalStack;
import ecommerce.system.stack.StateDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One shop for all tests of a run: started with the first that asks, on ports of its own, and stopped after the last. */
public final class RunningShop implements BeforeAllCallback, ParameterResolver {

    private static final int PORT_OFFSET = 15_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(RunningShop.class);

    private record Running(Shop shop) implements AutoCloseable {

        @Override
        public void close() {
            shop.stack().close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Shop.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context).shop();
    }

    private static Running running(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Running.class, key -> start(), Running.class);
    }

    private static Running start() {
        var state = new StateDirectory(Path.of("target", "shop").toAbsolutePath());
        var stack = new LocalStack(Path.of("..").toAbsolutePath().normalize(), state, PORT_OFFSET, Map.of());
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
        return new Running(new Shop(stack));
    }
}
