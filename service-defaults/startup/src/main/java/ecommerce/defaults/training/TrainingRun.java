package ecommerce.defaults.training;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * Starts services one after the other in one JVM, each up to where it would listen. So one AOT cache (JEP 483) contains the
 * classes that all of them use. {@code spring.context.exit} can't do this, because it ends the JVM after the first
 * service.
 */
public final class TrainingRun {

    private static final System.Logger log = System.getLogger(TrainingRun.class.getName());

    private TrainingRun() {}

    /**
     * Starts the services and ends the JVM. The exit code is 1 if a service can't be started.
     *
     * <p>There is one exception. A cache contains only classes of the JVM's class path, and these classes don't see the
     * service's own class path. A class of Spring may need an optional library that only one service has. That service
     * then fails with a {@link NoClassDefFoundError} for a class that its own class path contains. The run goes on, and
     * the cache lacks the classes that the service would have loaded next.
     *
     * @param services for each service, the name of its main class and a class path with the service's own classes,
     *     which may be empty
     */
    public static void main(String[] services) {
        var exitCode = 0;
        for (var i = 0; i < services.length; i += 2) {
            try {
                start(services[i], services[i + 1]);
            } catch (ReflectiveOperationException | IOException | LinkageError | RuntimeException e) {
                log.log(Level.ERROR, services[i] + " can't be started", e);
                exitCode = 1;
            }
        }
        System.exit(exitCode);
    }

    /** Returns whether a class that can't be found is in the service's own class path. */
    private static boolean lacksOwnClass(Throwable failure, URLClassLoader own) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(NoClassDefFoundError.class::isInstance)
                .map(Throwable::getMessage)
                .anyMatch(missing -> missing != null && own.findResource(missing + ".class") != null);
    }

    private static void start(String mainClass, String ownClassPath) throws ReflectiveOperationException, IOException {
        var shared = Thread.currentThread().getContextClassLoader();
        if (ownClassPath.isEmpty()) {
            start(mainClass, shared);
            return;
        }
        try (var own = new URLClassLoader(urls(ownClassPath), shared)) {
            startWithOwn(mainClass, own);
        } finally {
            Thread.currentThread().setContextClassLoader(shared);
        }
    }

    private static void startWithOwn(String mainClass, URLClassLoader own) throws ReflectiveOperationException {
        try {
            start(mainClass, own);
        } catch (LinkageError | RuntimeException e) {
            if (!lacksOwnClass(e, own)) {
                throw e;
            }
            log.log(Level.WARNING, mainClass + " lacks a class of its own libraries", e);
        }
    }

    private static void start(String mainClass, ClassLoader classes) throws ReflectiveOperationException {
        Thread.currentThread().setContextClassLoader(classes);
        var service = new SpringApplication(Class.forName(mainClass, true, classes));
        service.setResourceLoader(new DefaultResourceLoader(classes));
        service.setRegisterShutdownHook(false);
        service.addInitializers(TrainingRun::abandonBeforeListening);
        try {
            service.run();
        } catch (AbandonedRunException created) {
            // All beans have been created.
        }
    }

    private static void abandonBeforeListening(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("lifecycleProcessor", new LifecycleProcessor() {
            @Override
            public void onRefresh() {
                throw new AbandonedRunException();
            }

            @Override
            public void onClose() {}

            @Override
            public void start() {}

            @Override
            public void stop() {}

            @Override
            public boolean isRunning() {
                return false;
            }
        });
    }

    private static URL[] urls(String classPath) throws IOException {
        var urls = new ArrayList<URL>();
        for (var path : classPath.split(File.pathSeparator)) {
            urls.add(Path.of(path).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
