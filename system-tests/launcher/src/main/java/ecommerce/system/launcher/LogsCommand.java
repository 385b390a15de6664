package ecommerce.system.launcher;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.options.ShopOptions;
import ecommerce.system.process.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Shows the log of a service, or the last lines of all services' logs.")
final class LogsCommand implements Callable<Integer> {

    private static final int LINES_OF_EACH = 10;

    @Mixin
    private ShopOptions shop;

    @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "A service, postgres, build or launcher.")
    private String name;

    @Option(
            names = {"-f", "--follow"},
            description = "Shows new lines as they are written.")
    private boolean follow;

    @Override
    public Integer call() throws IOException {
        Map<Path, Long> shown = new HashMap<>();
        for (var log : logs()) {
            var lines = Files.readAllLines(log);
            var from = name == null ? Math.max(0, lines.size() - LINES_OF_EACH) : 0;
            lines.stream().skip(from).forEach(line -> print(log, line));
            shown.put(log, (long) lines.size());
        }
        while (follow) {
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            for (var log : shown.keySet()) {
                try (var lines = Files.lines(log)) {
                    var news = lines.skip(shown.get(log)).toList();
                    news.forEach(line -> print(log, line));
                    shown.merge(log, (long) news.size(), Long::sum);
                }
            }
        }
        return 0;
    }

    private List<Path> logs() {
        var names =
                name == null ? ServiceDefinition.all().stream().map(ServiceDefinition::serviceName) : Stream.of(name);
        var logs = names.map(shop.state()::log).filter(Files::exists).toList();
        if (logs.isEmpty()) {
            throw new LauncherException("There is no log%s.".formatted(name == null ? "" : " of " + name));
        }
        return logs;
    }

    private void print(Path log, String line) {
        var service = log.getFileName().toString().replace(".log", "");
        System.out.println(name == null ? "%-18s %s".formatted(service, line) : line);
    }
}
