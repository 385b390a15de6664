package ecommerce.system.launcher;

import ecommerce.system.options.OneService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "stop", description = "Stops one service; the other services keep running.")
final class StopCommand implements Runnable {

    @Mixin
    private OneService one;

    @Override
    public void run() {
        var process = one.process();
        process.stop();
    }
}
