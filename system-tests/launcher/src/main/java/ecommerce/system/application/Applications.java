package ecommerce.system.application;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The built services of a checkout. All shops of the checkout share their unpacked jars and AOT caches. */
public final class Applications {

    private final Path root;
    private final Compilation compilation;
    private final Map<ServiceDefinition, UnpackedJar> jars = new ConcurrentHashMap<>();

    /** @param root the checkout's root; the jars don't have to be built yet */
    public Applications(Path root, Compilation compilation) {
        this.root = root;
        this.compilation = compilation;
    }

    /**
     * Returns the command that runs a service. Unpacks the service's jar first if necessary.
     *
     * @throws ecommerce.system.process.LauncherException if the jar hasn't been built or can't be unpacked
     */
    public List<String> command(ServiceDefinition service) {
        var jar = unpacked(service);
        return ServiceCommand.of(service, compilation, new AotCache(service, jar).existing(), jar.jar());
    }

    /** Returns the AOT caches that don't exist yet. Unpacks the services' jars first if necessary. */
    public List<AotCache> missingCaches() {
        return ServiceDefinition.all().stream()
                .map(service -> new AotCache(service, unpacked(service)))
                .filter(cache -> cache.existing().isEmpty())
                .toList();
    }

    /**
     * Returns the settings with which a service starts without any connection. The build of the images uses the same
     * file.
     */
    public Path trainingSettings() {
        return root.resolve("infra").resolve("docker").resolve("aot-training.yml");
    }

    /** Returns a service's unpacked jar. Unpacks it first if necessary. */
    public UnpackedJar unpacked(ServiceDefinition service) {
        return jars.computeIfAbsent(service, each -> {
            var jar = UnpackedJar.of(each.jar(root), root.resolve(".shop").resolve("applications"));
            jar.unpack();
            return jar;
        });
    }
}
