package ecommerce.system.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command that goes on when the terminal or the shell that started it is gone. */
public final class DetachedCommand {

    private DetachedCommand() {}

    /**
     * Puts a command into a session of its own, where the system has setsid, so that neither Ctrl-C nor a signal to the
     * caller's process group reaches it. Elsewhere it ignores what a terminal sends. The process id stays the command's own.
     * Windows needs neither.
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
