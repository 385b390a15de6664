package ecommerce.system.launcher;

import ecommerce.system.options.ShopOptions;
import ecommerce.system.process.ServiceProcess;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "down", description = "Stops the shop.")
final class DownCommand implements Runnable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Mixin
    private ShopOptions shop;

    @Override
    public void run() {
        shop.state().process("launcher").ifPresent(launcher -> {
            launcher.destroy();
            if (!ServiceProcess.ended(launcher, PATIENCE)) {
                launcher.destroyForcibly();
            }
        });
        // A launcher that was killed may have left processes running.
        shop.stack().stopLeftovers();
        System.out.println("The shop is down.");
    }
}
