package ecommerce.payment.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A TCP link to a server. It can stop forwarding without closing a connection, like a host that has vanished. */
final class SilentLink implements AutoCloseable {

    private final ServerSocket entrance;
    private final List<Socket> sockets = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean silent;

    SilentLink(String serverEndpoint) throws IOException {
        entrance = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        var host = serverEndpoint.substring(0, serverEndpoint.indexOf(':'));
        var port = Integer.parseInt(serverEndpoint.substring(serverEndpoint.indexOf(':') + 1));
        threads.submit(() -> {
            while (!entrance.isClosed()) {
                var client = entrance.accept();
                var server = new Socket(host, port);
                sockets.addAll(List.of(client, server));
                threads.submit(() -> forward(client.getInputStream(), server.getOutputStream()));
                threads.submit(() -> forward(server.getInputStream(), client.getOutputStream()));
            }
            return null;
        });
    }

    String endpoint() {
        return "localhost:" + entrance.getLocalPort();
    }

    void fallSilent() {
        silent = true;
    }

    private Void forward(InputStream from, OutputStream to) throws IOException {
        var buffer = new byte[8192];
        for (var length = from.read(buffer); length >= 0; length = from.read(buffer)) {
            if (!silent) {
                to.write(buffer, 0, length);
            }
        }
        return null;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            entrance.close();
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
