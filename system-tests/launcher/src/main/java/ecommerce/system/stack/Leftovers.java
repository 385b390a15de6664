package ecommerce.system.stack;

import ecommerce.system.process.AtOnce;
import ecommerce.system.process.ServiceProcess;
import ecommerce.system.process.StateDirectory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stops the processes that a killed launcher has left running: services, their replicas, an AOT training and the
 * database.
 */
final class Leftovers {

    private static final String DATABASE = "postgres";
    private static final Set<String> NO_SERVICES = Set.of("launcher", DATABASE, AotTraining.PROCESS);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Leftovers() {}

    /** Stops all of them, the database last. */
    static void stop(StateDirectory state) {
        AotTraining.kill(state);
        state.forget(AotTraining.PROCESS);
        var services = state.remembered().stream()
                .filter(name -> !NO_SERVICES.contains(name))
                .map(name -> new ServiceProcess(name, List::of, Map.of(), state))
                .toList();
        AtOnce.forEach(services, ServiceProcess::stop);
        state.process(DATABASE).ifPresent(server -> ServiceProcess.end(server, PATIENCE));
        state.forget(DATABASE);
    }
}
