package ecommerce.system.application;

import java.util.List;

/** Selects the JVM's just-in-time compilers for the services. */
public enum Compilation {

    /**
     * C1 and C2 with the JVM's default thresholds, as on a server. Higher thresholds make a start cheaper. But at a few
     * orders per second, a method that runs once per order then runs for hours in slow C1 code with profiling.
     */
    TIERED(List.of()),

    /** C1 only, for shops that run for minutes. Starts cost less, requests cost more. */
    QUICK(List.of("-XX:TieredStopAtLevel=1"));

    private final List<String> options;

    Compilation(List<String> options) {
        this.options = options;
    }

    /** Returns the JVM options for a service. user-service always uses both compilers, because it hashes passwords. */
    List<String> options(ServiceDefinition service) {
        return service == ServiceDefinition.USER_SERVICE ? TIERED.options : options;
    }
}
