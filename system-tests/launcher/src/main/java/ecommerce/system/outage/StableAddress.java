package ecommerce.system.outage;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Stands in for user-service's name in DNS: an address that stays the same while instances are replaced. Forwards each
 * connection to the first instance that accepts it.
 */
final class StableAddress implements Closeable {

    private static final int CONNECT_MILLIS = 1_000;

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Supplier<List<InetSocketAddress>> instances = List::of;

    /** Listens on a free port of the loopback interface. */
    StableAddress() {
        try {
            server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    String url() {
        return "http://localhost:%d".formatted(server.getLocalPort());
    }

    /** @param current supplies the instances, in the order in which they are tried */
    void leadTo(Supplier<List<InetSocketAddress>> current) {
        instances = current;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                threads.execute(() -> forward(client));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void forward(Socket client) {
        try {
            var instance = connect();
            threads.execute(() -> copy(instance, client));
            copy(client, instance);
        } catch (IOException e) {
            System.err.printf("%s: %s%n", url(), e.getMessage());
            close(client);
        }
    }

    private Socket connect() throws IOException {
        var refused = new IOException("no instance accepts connections");
        for (var instance : instances.get()) {
            var socket = new Socket();
            try {
                socket.connect(instance, CONNECT_MILLIS);
                return socket;
            } catch (IOException e) {
                socket.close();
                refused.addSuppressed(e);
            }
        }
        throw refused;
    }

    /**
     * Copies until one side closes. Closes both then, so that the client opens a new connection, to another instance.
     */
    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closedByTheOtherDirection) {
            // Both are closed below.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
