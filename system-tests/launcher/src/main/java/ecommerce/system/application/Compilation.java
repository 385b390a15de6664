package ecommerce.system.application;

import java.util.List;

/** Which of the JVM's just-in-time compilers the services use. */
public enum Compilation {

    /**
     * C1 and C2 with the JVM's own thresholds, as on a server. Higher thresholds make a start cheaper, but at a few orders a
     * second a method that runs once an order then stays for hours in code that C1 has slowed down by profiling it.
     */
    TIERED(List.of()),

    /** C1 only. Suits shops that run for minutes: starts cost less, requests cost more. */
    QUICK(List.of("-XX:TieredStopAtLevel=1"));

    private final List<String> options;

    Compilation(List<String> options) {
        this.options = options;
    }

    /** The JVM options for a service. user-service always has both compilers, since it hashes passwords. */
    List<String> options(ServiceDefinition service) {
        return service == ServiceDefinition.USER_SERVICE ? TIERED.options : options;
    }
}
