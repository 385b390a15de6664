package ecommerce.system.application;

import java.util.List;

/** Which of the JVM's just-in-time compilers the services use. */
public enum Compilation {

    /**
     * C1 and C2, as on a server. C2 compiles a method after ten times as many calls as by default. So it doesn't compile
     * methods that are busy only during a start, and methods that serve requests reach the threshold within minutes of load.
     */
    TIERED(List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000")),

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
