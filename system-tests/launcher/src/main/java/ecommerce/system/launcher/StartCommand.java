package ecommerce.system.launcher;

import ecommerce.system.options.OneService;
import ecommerce.system.process.LauncherException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "start", description = "Starts one service.")
final class StartCommand implements Runnable {

    @Mixin
    private OneService one;

    @Override
    public void run() {
        var process = one.process();
        if (process.isAlive()) {
            throw new LauncherException("%s is already running.".formatted(process.name()));
        }
        process.start();
    }
}
