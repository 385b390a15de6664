package ecommerce.system.application;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds the command and the environment of a service's process. The JVM options suit a laptop that runs ten services.
 */
public final class ServiceCommand {

    private ServiceCommand() {}

    /** Returns the path of the java command that runs the launcher. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Returns java with the JVM options of every start. A training run needs the same options, because a JVM with other
     * options rejects the cache. Only the heap may differ.
     *
     * @param heap the largest heap, as an argument of {@code -Xmx}
     */
    static List<String> jvm(String heap) {
        return List.of(
                java(),
                "-Xmx" + heap,
                // The heap starts small, grows with what is alive and shrinks again, at once. By default it starts at
                // its largest size, which every service fills with garbage before its first collection. The young
                // generation keeps its size. A smaller one would be collected a hundred times during a start, and
                // most of what survives is garbage.
                "-Xms48m",
                "-Xmn16m",
                "-XX:MinHeapFreeRatio=20",
                "-XX:MaxHeapFreeRatio=40",
                "-XX:-ShrinkHeapInSteps",
                // Returns memory that the compilers have freed to the operating system.
                "-XX:TrimNativeHeapInterval=30000",
                "-XX:ReservedCodeCacheSize=96m",
                // Maps the AOT cache at its own address, so that the pages that nobody reads aren't copied into memory.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                // By default, each JVM looks for unused monitors four times a second.
                "-XX:AsyncDeflationInterval=5000",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                // By default there are as many carrier threads as cores. On two cores, two virtual threads that load
                // classes could then block all others.
                "-Djdk.virtualThreadScheduler.parallelism=8",
                "-Dspring.main.banner-mode=off");
    }

    /**
     * Returns the command that runs a service.
     *
     * @param aotCache the service's AOT cache, if it exists; a JVM that can't use the cache starts without it
     * @param application the arguments for the class path and the main class
     */
    public static List<String> of(
            ServiceDefinition service, Compilation compilation, Optional<Path> aotCache, List<String> application) {
        var command = new ArrayList<>(jvm(service == ServiceDefinition.PRODUCT_SERVICE ? "512m" : "256m"));
        command.addAll(compilation.options(service));
        aotCache.ifPresent(cache -> command.add("-XX:AOTCache=" + cache));
        command.addAll(application);
        return List.copyOf(command);
    }

    /**
     * Returns the environment variables of an instance. They are the variables of the container images, with values for
     * this machine.
     */
    public static Map<String, String> environment(Instance instance, int offset, Map<String, String> more) {
        var environment = new HashMap<String, String>();
        environment.put("SPRING_PROFILES_ACTIVE", "local");
        // By default, glibc gives threads separate arenas and returns little of them.
        environment.put("MALLOC_ARENA_MAX", "2");
        // Other machines can't reach the shop.
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        environment.put("EUREKA_INSTANCE_IPADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", Integer.toString(instance.port(offset)));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(instance.managementPort(offset)));
        environment.put("CONFIG_URL", "http://localhost:%d".formatted(ServiceDefinition.CLOUD_CONFIG.port(offset)));
        environment.put(
                "EUREKA_URL",
                "http://localhost:%d/eureka/".formatted(ServiceDefinition.SERVICE_DISCOVERY.port(offset)));
        environment.put("AUTH_URL", "http://localhost:%d".formatted(ServiceDefinition.USER_SERVICE.port(offset)));
        environment.put("ISSUER_URL", "http://localhost:%d".formatted(ServiceDefinition.API_GATEWAY.port(offset)));
        environment.put("DB_ENDPOINT", "localhost:%d".formatted(ServiceDefinition.DATABASE_PORT + offset));
        environment.put("DB_NAME", "ecommerce");
        instance.service().schema().map(LocalLogins::of).ifPresent(logins -> {
            environment.put("DB_USERNAME", logins.schema());
            environment.put("DB_PASSWORD", logins.password());
        });
        environment.putAll(more);
        return environment;
    }
}
