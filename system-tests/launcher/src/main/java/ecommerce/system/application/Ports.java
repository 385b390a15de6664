package ecommerce.system.application;

import ecommerce.system.process.LauncherException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lists and checks the ports of a shop. */
public final class Ports {

    private Ports() {}

    /** Returns all ports by the name of the process that listens on them. */
    public static Map<String, Integer> of(int offset, Collection<Instance> instances) {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("the database", ServiceDefinition.DATABASE_PORT + offset);
        for (var instance : instances) {
            ports.put(instance.name(), instance.port(offset));
            ports.put(instance.name() + "'s management", instance.managementPort(offset));
        }
        return ports;
    }

    /**
     * Checks that all ports are free.
     *
     * @throws LauncherException if a port is in use; names the first one
     */
    public static void requireFree(int offset, Collection<Instance> instances) {
        of(offset, instances).forEach((owner, port) -> {
            if (isTaken(port)) {
                throw new LauncherException(
                        "Port %d of %s is in use. Stop the process that uses it, or choose another --port-offset."
                                .formatted(port, owner));
            }
        });
    }

    /** Returns whether any process listens on the port, on any address of this machine. */
    public static boolean isTaken(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException nobodyAnswers) {
            return !canListen(port);
        }
    }

    private static boolean canListen(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
