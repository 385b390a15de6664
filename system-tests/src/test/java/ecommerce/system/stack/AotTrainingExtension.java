package ecommerce.system.stack;

import ecommerce.system.application.AotCache;
import ecommerce.system.application.Applications;
import ecommerce.system.application.Compilation;
import ecommerce.system.process.AtOnce;
import ecommerce.system.process.StateDirectory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Makes the missing AOT caches of the checkout once, before the first test that starts a shop. All tests together start some
 * 80 services, and a start takes half of the processor time with a cache.
 */
public final class AotTrainingExtension implements BeforeAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(AotTrainingExtension.class);

    /** The caches that the training has made; none if all existed. */
    private record Made(List<AotCache> caches) {}

    /** Makes the caches. Concurrent callers wait until they are made. */
    public static void train(ExtensionContext context) {
        context.getRoot().getStore(NAMESPACE).computeIfAbsent(Made.class, key -> makeAll(), Made.class);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        train(context);
    }

    private static Made makeAll() {
        var applications = new Applications(Path.of("..").toAbsolutePath().normalize(), Compilation.QUICK);
        var missing = applications.missingCaches();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> missing.forEach(cache -> AotTraining.kill(state(cache)))));
        AtOnce.forEach(missing, cache -> AotTraining.makeNow(cache, applications, state(cache)));
        return new Made(missing);
    }

    private static StateDirectory state(AotCache cache) {
        return new StateDirectory(
                Path.of("target", "training", cache.folder().getFileName().toString())
                        .toAbsolutePath());
    }
}
