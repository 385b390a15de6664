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

/** The ports of a shop. */
public final class Ports {

    private Ports() {}

    /** All that it listens on, by who does. */
    public static Map<String, Integer> of(int offset, Collection<Instance> instances) {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("the database", ServiceDefinition.DATABASE_PORT + offset);
        for (var instance : instances) {
            ports.put(instance.name(), instance.port(offset));
            ports.put(instance.name() + "'s management", instance.managementPort(offset));
        }
        return ports;
    }

    /** Throws if a port is in use, and names the first one. */
    public static void requireFree(int offset, Collection<Instance> instances) {
        of(offset, instances).forEach((owner, port) -> {
            if (isTaken(port)) {
                throw new LauncherException(
                        "Port %d, which %s needs, is taken; stop what uses it, or choose other ports with --port-offset."
                                .formatted(port, owner));
            }
        });
    }

    /** A listener on any of this machine's addresses counts, though another than ours may still be free. */
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
