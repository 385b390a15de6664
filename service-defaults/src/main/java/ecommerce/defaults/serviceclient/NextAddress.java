package ecommerce.defaults.serviceclient;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.support.HttpRequestWrapper;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Repeats a request once, at another address of the host, if no connection could be made and so nothing was sent. The
 * JDK's client tries only the first address, which may be that of a dead instance. For requests to a service's own
 * address instead of one from the registry. A certificate is for the host's name, so requests with TLS aren't repeated.
 */
public record NextAddress(Resolver resolver) implements ClientHttpRequestInterceptor {

    /** Finds the addresses of a host. The client tries the first one. */
    interface Resolver {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    /** Creates an interceptor that asks the JDK's resolver, as its client does. */
    public NextAddress() {
        this(InetAddress::getAllByName);
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        try {
            return execution.execute(request, body);
        } catch (ConnectException | HttpConnectTimeoutException dead) {
            var uri = request.getURI();
            if (!"http".equals(uri.getScheme())) {
                throw dead;
            }
            return execution.execute(new At(request, another(uri)), body);
        }
    }

    /** Returns the URI with the host's last address, which is the first one if it has only one. */
    private URI another(URI uri) throws UnknownHostException {
        var addresses = resolver.addressesOf(uri.getHost());
        return UriComponentsBuilder.fromUri(uri)
                .host(literal(addresses[addresses.length - 1]))
                .build(true)
                .toUri();
    }

    private static String literal(InetAddress address) {
        var text = address.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }

    private static final class At extends HttpRequestWrapper {

        private final URI uri;

        At(HttpRequest request, URI uri) {
            super(request);
            this.uri = uri;
        }

        @Override
        public URI getURI() {
            return uri;
        }
    }
}
