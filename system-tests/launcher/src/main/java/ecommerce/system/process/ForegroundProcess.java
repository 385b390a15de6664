package ecommerce.system.process;

import java.io.IOException;
import java.util.List;

/** Runs programs and waits for them. */
public final class ForegroundProcess {

    private ForegroundProcess() {}

    /**
     * Runs a command to its end.
     *
     * @param what what the command does, for the error message
     * @throws LauncherException if the command can't be started or doesn't exit with 0; has the command's output
     */
    public static void run(String what, List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new LauncherException("%s failed: %s".formatted(what, output.strip()));
            }
        } catch (IOException e) {
            throw new LauncherException("%s failed: %s".formatted(what, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException(what + " was interrupted.", e);
        }
    }
}
