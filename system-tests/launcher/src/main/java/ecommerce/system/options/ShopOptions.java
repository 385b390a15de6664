package ecommerce.system.options;

import ecommerce.system.process.LauncherException;
import ecommerce.system.process.StateDirectory;
import ecommerce.system.stack.LocalStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options of all commands: one selects a shop on this machine. */
public final class ShopOptions {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows the usage of the command.")
    private boolean help;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "Adds N to all ports, so that several shops can run at the same time. "
                    + "Choose at most 22000 on Linux, which takes ports from 32768 for outgoing connections.")
    private int portOffset;

    public int portOffset() {
        if (portOffset < 0 || portOffset > 49_000) {
            throw new LauncherException("--port-offset must be from 0 to 49000.");
        }
        return portOffset;
    }

    public StateDirectory state() {
        return StateDirectory.of(root(), portOffset());
    }

    public LocalStack stack() {
        return new LocalStack(root(), state(), portOffset(), Map.of());
    }

    /** Returns the checkout's root. The working folder may be any folder inside the checkout. */
    public Path root() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw")) && Files.isDirectory(folder.resolve("system-tests"))) {
                return folder;
            }
        }
        throw new LauncherException("The working folder is not inside a checkout of the shop.");
    }
}
