package ecommerce.system.process;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A service that prints a line and waits until it is stopped, for at most a minute. */
public final class FakeService {

    public static final String STARTED = "Started for ";
    public static final String STOPPED = "Stopped gracefully";

    private FakeService() {}

    static void main() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(STOPPED)));
        System.out.println(STARTED + System.getenv("CUSTOMER"));
        System.err.println("No errors");
        new CountDownLatch(1).await(1, TimeUnit.MINUTES);
    }

    public static List<String> command() {
        return List.of(java(), "-XX:TieredStopAtLevel=1", "-cp", classes(), FakeService.class.getName());
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public static ProcessBuilder builder() {
        return new ProcessBuilder(command());
    }

    private static String classes() {
        try {
            var source = FakeService.class.getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
