package ecommerce.system.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts a service and ends, as {@code ./shop start} does. */
final class StartsAService {

    private StartsAService() {}

    static void main(String[] arguments) {
        var state = new StateDirectory(Path.of(arguments[0]));
        new ServiceProcess("fake-service", FakeService::command, Map.of(), state).start();
    }

    static List<String> command(Path state) {
        var classPath = System.getProperty("java.class.path");
        return List.of(FakeService.java(), "-cp", classPath, StartsAService.class.getName(), state.toString());
    }
}
