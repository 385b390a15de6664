package ecommerce.system.launcher;

import ecommerce.system.options.OneService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "restart", description = "Stops one service and starts it again.")
final class RestartCommand implements Runnable {

    @Mixin
    private OneService one;

    @Override
    public void run() {
        var process = one.process();
        process.stop();
        process.start();
    }
}
