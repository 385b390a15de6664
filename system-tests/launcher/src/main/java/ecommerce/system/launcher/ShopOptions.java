package ecommerce.system.launcher;

import ecommerce.system.process.LauncherException;
import ecommerce.system.process.StateDirectory;
import ecommerce.system.stack.LocalStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** What every command needs to know: which of the shops on this machine is meant. */
final class ShopOptions {

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "Moves all ports by N, so that several shops run side by side.")
    private int portOffset;

    int portOffset() {
        if (portOffset < 0 || portOffset > 49_000) {
            throw new LauncherException("--port-offset must be from 0 to 49000.");
        }
        return portOffset;
    }

    StateDirectory state() {
        return StateDirectory.of(root(), portOffset());
    }

    LocalStack stack() {
        return new LocalStack(root(), state(), portOffset(), Map.of());
    }

    /** The checkout, from any folder inside it. */
    Path root() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw")) && Files.isDirectory(folder.resolve("system-tests"))) {
                return folder;
            }
        }
        throw new LauncherException("This is not inside a checkout of the shop.");
    }
}
