package ecommerce.system.benchmark;

import ecommerce.system.process.LauncherException;
import java.util.List;
import java.util.Map;

/** Selects how the JVM compiles the services' code during a measurement. */
public enum Jit {
    SHIPPED("as shipped", Map.of()),
    FULL(
            "full JIT",
            Map.of(
                    "_JAVA_OPTIONS",
                    "-XX:TieredStopAtLevel=4 -XX:Tier4InvocationThreshold=5000 -XX:Tier4MinInvocationThreshold=600"
                            + " -XX:Tier4CompileThreshold=15000 -XX:Tier4BackEdgeThreshold=40000"));

    private final String title;
    private final Map<String, String> environment;

    Jit(String title, Map<String, String> environment) {
        this.title = title;
        this.environment = environment;
    }

    /** Returns the modes for the command line's {@code shipped}, {@code full} or {@code both}. */
    public static List<Jit> named(String name) {
        return switch (name) {
            case "shipped" -> List.of(SHIPPED);
            case "full" -> List.of(FULL);
            case "both" -> List.of(SHIPPED, FULL);
            default -> throw new LauncherException("--jit must be shipped, full or both, not %s.".formatted(name));
        };
    }

    String title() {
        return title;
    }

    /** Returns the environment variables that override the JVM options of a version's services. */
    Map<String, String> environment() {
        return environment;
    }
}
