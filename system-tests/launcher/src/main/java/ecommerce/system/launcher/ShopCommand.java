package ecommerce.system.launcher;

import ecommerce.system.build.ImagesCommand;
import ecommerce.system.process.LauncherException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Entry point of {@code ./shop}. */
@Command(
        name = "shop",
        description = "Runs and tests the shop on this machine: ten services and their database.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            StartCommand.class,
            StopCommand.class,
            RestartCommand.class,
            ImagesCommand.class,
            TortureCommand.class,
            OutagesCommand.class,
            AttackCommand.class,
            BenchmarkCommand.class,
            CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class ShopCommand {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this usage.")
    private boolean help;

    private ShopCommand() {}

    public static void main(String[] args) {
        System.exit(execute(args));
    }

    static int execute(String... args) {
        return new CommandLine(new ShopCommand())
                .setExecutionExceptionHandler((exception, line, parsed) -> {
                    if (exception instanceof LauncherException) {
                        System.err.println(exception.getMessage());
                        return 1;
                    }
                    throw exception;
                })
                .execute(args);
    }
}
