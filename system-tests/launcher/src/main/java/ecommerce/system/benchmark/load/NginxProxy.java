package ecommerce.system.benchmark.load;

import ecommerce.system.process.LauncherException;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Runs nginx as a reverse proxy in front of one service, with its own configuration and port. */
public final class NginxProxy implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String CONFIGURATION = """
            daemon off;
            worker_processes auto;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            events { worker_connections 1024; }
            http {
                access_log off;
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                upstream service { server 127.0.0.1:%2$d; keepalive 64; }
                server {
                    listen 127.0.0.1:%3$d;
                    location / {
                        proxy_pass http://service;
                        proxy_http_version 1.1;
                        proxy_set_header Connection "";
                    }
                }
            }
            """;

    private final Path folder;
    private final int port;
    private final Process process;

    private NginxProxy(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Finds the nginx program on the path or in Debian's {@code /usr/sbin}. */
    public static Optional<Path> program() {
        var path = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.concat(path, Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static NginxProxy start(Path program, URI service) {
        try {
            var folder = Files.createTempDirectory("shop-benchmark-nginx");
            var port = freePort();
            var file = folder.resolve("nginx.conf");
            Files.writeString(file, CONFIGURATION.formatted(folder, service.getPort(), port));
            var log = folder.resolve("error.log");
            var process = new ProcessBuilder(List.of(program.toString(), "-e", log.toString(), "-c", file.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output.log").toFile())
                    .start();
            var proxy = new NginxProxy(folder, port, process);
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            proxy.awaitStart();
            return proxy;
        } catch (IOException e) {
            throw new LauncherException("nginx can't be started: " + e.getMessage(), e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    private void awaitStart() throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                var said = Files.readString(folder.resolve("output.log"));
                close();
                throw new LauncherException("nginx didn't start: " + said.strip());
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Stops nginx and deletes its files. */
    @Override
    public void close() {
        process.destroy();
        try (var files = Files.walk(folder)) {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new LauncherException(
                    "The files of nginx in %s can't be deleted: %s".formatted(folder, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
