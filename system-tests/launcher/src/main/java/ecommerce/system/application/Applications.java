package ecommerce.system.application;

import ecommerce.system.process.LauncherException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The built services of a checkout. All shops of the checkout share their unpacked jars and AOT caches. */
public final class Applications {

    private static final System.Logger log = System.getLogger(Applications.class.getName());

    private final Path root;
    private final Path folder;
    private final Compilation compilation;
    private final Map<ServiceDefinition, UnpackedJar> jars = new ConcurrentHashMap<>();

    /** @param root the checkout's root; the jars don't have to be built yet */
    public Applications(Path root, Compilation compilation) {
        this(root, root.resolve(".shop").resolve("applications"), compilation);
    }

    /**
     * @param root the checkout's root; the jars don't have to be built yet
     * @param folder the folder of the unpacked jars and of the AOT caches
     */
    public Applications(Path root, Path folder, Compilation compilation) {
        this.root = root;
        this.folder = folder;
        this.compilation = compilation;
    }

    /**
     * Returns the command that runs a service. Unpacks the service's jar first if necessary.
     *
     * @throws LauncherException if the jar hasn't been built or can't be unpacked
     */
    public List<String> command(ServiceDefinition service) {
        var jar = unpacked(service);
        var cache = cache(service);
        return ServiceCommand.of(service, compilation, cache.existing(), cache.application(jar));
    }

    /** Returns the AOT cache of a service, which the service may share with others. */
    public AotCache cache(ServiceDefinition service) {
        var jar = found(service);
        return caches().stream()
                .filter(cache -> cache.group().members().contains(jar))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the AOT caches that don't exist yet. Unpacks the services' jars first if necessary. */
    public List<AotCache> missingCaches() {
        ServiceDefinition.all().forEach(this::unpacked);
        var caches = caches();
        deleteAllBut(caches);
        return caches.stream().filter(cache -> cache.existing().isEmpty()).toList();
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
        var jar = found(service);
        jar.unpack();
        return jar;
    }

    private UnpackedJar found(ServiceDefinition service) {
        return jars.computeIfAbsent(service, each -> UnpackedJar.of(each.jar(root), folder));
    }

    /** Returns the caches of all services that have been built. A jar that is just being built doesn't count. */
    private List<AotCache> caches() {
        var built = new ArrayList<UnpackedJar>();
        for (var service : ServiceDefinition.all()) {
            if (jars.containsKey(service) || Files.exists(service.jar(root))) {
                try {
                    built.add(found(service));
                } catch (LauncherException incomplete) {
                    log.log(Level.INFO, "{0} shares no cache: {1}", service, incomplete.getMessage());
                }
            }
        }
        return CacheGroup.of(built).stream()
                .map(group -> new AotCache(group, cacheFolder().resolve(group.key())))
                .toList();
    }

    private Path cacheFolder() {
        return folder.resolve("caches");
    }

    private void deleteAllBut(List<AotCache> caches) {
        var current = caches.stream().map(AotCache::folder).collect(Collectors.toSet());
        UnusedFolders.delete(cacheFolder(), cache -> !current.contains(cache));
    }
}
