package ecommerce.system.application;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a service is run on a laptop that has ten of them. */
public final class ServiceCommand {

    private ServiceCommand() {}

    /** The launcher's own java. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Returns java with the options of every start. A training needs the same ones: a JVM with other options rejects the cache. */
    static List<String> jvm(ServiceDefinition service) {
        return List.of(
                java(),
                "-Xmx" + (service == ServiceDefinition.PRODUCT_SERVICE ? "512m" : "256m"),
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                // With as many carriers as cores, two virtual threads that load classes can stop all others on two
                // cores.
                "-Djdk.virtualThreadScheduler.parallelism=8",
                "-Dspring.main.banner-mode=off");
    }

    /**
     * The command that runs a service.
     *
     * @param aotCache the service's AOT cache, if there is one; a JVM that can't use it starts without
     */
    public static List<String> of(
            ServiceDefinition service, Compilation compilation, Optional<Path> aotCache, Path jar) {
        var command = new ArrayList<>(jvm(service));
        command.addAll(compilation.options(service));
        aotCache.ifPresent(cache -> command.add("-XX:AOTCache=" + cache));
        command.addAll(List.of("-jar", jar.toString()));
        return List.copyOf(command);
    }

    /** The variables that every image understands, set for this machine. */
    public static Map<String, String> environment(Instance instance, int offset, Map<String, String> more) {
        var environment = new HashMap<String, String>();
        environment.put("SPRING_PROFILES_ACTIVE", "local");
        environment.put("SERVER_PORT", Integer.toString(instance.port(offset)));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(instance.managementPort(offset)));
        environment.put("CONFIG_URL", "http://localhost:%d".formatted(ServiceDefinition.CLOUD_CONFIG.port(offset)));
        environment.put(
                "EUREKA_URL",
                "http://localhost:%d/eureka/".formatted(ServiceDefinition.SERVICE_DISCOVERY.port(offset)));
        environment.put("ISSUER_URL", "http://localhost:%d".formatted(ServiceDefinition.API_GATEWAY.port(offset)));
        environment.put("DB_ENDPOINT", "localhost:%d".formatted(ServiceDefinition.DATABASE_PORT + offset));
        environment.put("DB_NAME", "ecommerce");
        environment.put("DB_USERNAME", "dbadmin");
        environment.put("DB_PASSWORD", "local");
        environment.putAll(more);
        return environment;
    }
}
