package ecommerce.system.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Wraps a command so that it keeps running when its terminal or shell ends. Has no effect on Windows. */
public final class DetachedCommand {

    private DetachedCommand() {}

    /**
     * Returns the wrapped command. Where {@code setsid} exists, the command runs in its own session, so that neither
     * Ctrl-C nor a signal to the caller's process group reaches it. Elsewhere the command ignores SIGINT and SIGHUP.
     * The process id is the command's own.
     */
    public static List<String> of(List<String> command) {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return command;
        }
        var detached = new ArrayList<>(
                Files.isExecutable(Path.of("/usr/bin/setsid"))
                        ? List.of("/usr/bin/setsid")
                        : List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "shop"));
        detached.addAll(command);
        return detached;
    }
}
