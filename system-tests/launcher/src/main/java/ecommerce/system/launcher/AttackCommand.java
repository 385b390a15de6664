package ecommerce.system.launcher;

import ecommerce.system.application.Compilation;
import ecommerce.system.attack.Attack;
import ecommerce.system.build.Build;
import ecommerce.system.options.ShopOptions;
import ecommerce.system.process.StateDirectory;
import ecommerce.system.stack.LocalStack;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "attack",
        description = {
            "Starts a separate shop and tries every endpoint as every kind of caller, with genuine and forged tokens.",
            "Exits with 1 if the shop lets in somebody whom docs/access.csv excludes, or the other way round."
        })
final class AttackCommand implements Callable<Integer> {

    /** Keeps the ports apart from those of other shops on this machine. */
    private static final int PORT_OFFSET = 17_000;

    @Mixin
    private ShopOptions shop;

    @Override
    public Integer call() {
        var offset = shop.portOffset() == 0 ? PORT_OFFSET : shop.portOffset();
        new Build(shop.root(), shop.state().log("build")).run();
        var stack = new LocalStack(
                shop.root(), StateDirectory.of(shop.root(), offset), offset, Map.of(), Map.of(), Compilation.QUICK);
        var report = stack.runFor(running -> new Attack(shop.root(), running).run());
        System.out.println(report);
        return report.findings().isEmpty() ? 0 : 1;
    }
}
