package ecommerce.system.launcher;

import ecommerce.system.application.Compilation;
import ecommerce.system.attack.Attack;
import ecommerce.system.attack.AttackReport;
import ecommerce.system.build.Build;
import ecommerce.system.options.ShopOptions;
import ecommerce.system.process.StateDirectory;
import ecommerce.system.stack.LocalStack;
import ecommerce.system.stack.TemporaryShop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "attack",
        description = {
            "Starts a separate shop and tries every endpoint as every kind of caller, with genuine and forged tokens.",
            "Also tries the database's logins and the registry, and sends malformed, random and exhausting requests.",
            "Exits with 1 if the shop lets in somebody whom docs/access.csv excludes, or the other way round, if it",
            "answers a request improperly, or if a refused request changes a table."
        })
final class AttackCommand implements Callable<Integer> {

    /** Keeps the ports apart from those of other shops on this machine. */
    private static final int PORT_OFFSET = 17_000;

    @Mixin
    private ShopOptions shop;

    @Option(names = "--brief", description = "Runs the short form, as the tests do.")
    private boolean brief;

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "50000",
            description = "The number of random requests. Default: ${DEFAULT-VALUE}.")
    private int requests;

    @Option(names = "--seed", paramLabel = "N", description = "Repeats the random requests of an earlier run.")
    private @Nullable Long seed;

    @Override
    public Integer call() {
        var chance = seed == null ? ThreadLocalRandom.current().nextLong(1_000_000) : seed;
        var offset = shop.portOffset() == 0 ? PORT_OFFSET : shop.portOffset();
        new Build(shop.root(), shop.state().log("build")).run();
        var state = StateDirectory.of(shop.root(), offset);
        var stack =
                new LocalStack(shop.root(), state, offset, Map.of("RATE_LIMITS", "false"), Map.of(), Compilation.QUICK);
        var report = TemporaryShop.run(stack, running -> attack(new Attack(shop.root(), running), chance));
        var findings = write(report.findings(), state.log("attack"));
        System.out.printf(
                "%s%nAll findings are in %s. Repeat the random requests with --seed %d%n", report, findings, chance);
        return report.findings().isEmpty() ? 0 : 1;
    }

    private static Path write(List<String> findings, Path file) {
        try {
            return Files.write(file, findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AttackReport attack(Attack attack, long chance) {
        return brief ? attack.runBriefly() : attack.run(requests, chance);
    }
}
