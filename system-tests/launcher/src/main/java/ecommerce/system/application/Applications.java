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

    /** @param root the checkout's root; the jars need not have been built yet */
    public Applications(Path root, Compilation compilation) {
        this.root = root;
        this.compilation = compilation;
    }

    /**
     * The command that runs a service. Unpacks its jar first, unless that has been done.
     *
     * @throws ecommerce.system.process.LauncherException if the jar hasn't been built or can't be unpacked
     */
    public List<String> command(ServiceDefinition service) {
        var jar = unpacked(service);
        return ServiceCommand.of(service, compilation, new AotCache(service, jar).existing(), jar.jar());
    }

    /** The AOT caches that haven't been made yet. Unpacks the services' jars first, unless that has been done. */
    public List<AotCache> missingCaches() {
        return ServiceDefinition.all().stream()
                .map(service -> new AotCache(service, unpacked(service)))
                .filter(cache -> cache.existing().isEmpty())
                .toList();
    }

    /** The settings under which a service starts without reaching anything. The images' build has the same. */
    public Path trainingSettings() {
        return root.resolve("infra").resolve("docker").resolve("aot-training.yml");
    }

    private UnpackedJar unpacked(ServiceDefinition service) {
        return jars.computeIfAbsent(service, each -> {
            var jar = UnpackedJar.of(each.jar(root), root.resolve(".shop").resolve("applications"));
            jar.unpack();
            return jar;
        });
    }
}
