package ecommerce.gateway;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Gives transfers of whole files more time than other requests. The timeout of the HTTP client limits a request from the
 * first byte that is sent to the last byte that is received, so an upload from a slow client would exceed it. Limits on
 * the pace of a body and on pauses end a transfer that has stalled.
 */
final class TransferTimeouts implements ClientHttpRequestFactory {

    private final ClientHttpRequestFactory requests;
    private final ClientHttpRequestFactory transfers;
    private final List<PathPattern> paths;

    TransferTimeouts(
            ClientHttpRequestFactoryBuilder<?> factories, HttpClientSettings settings, TransferProperties properties) {
        requests = factories.build(settings);
        transfers = factories.build(settings.withReadTimeout(properties.timeout()));
        paths = properties.paths().stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
        var path = PathContainer.parsePath(uri.getRawPath());
        var isTransfer = paths.stream().anyMatch(pattern -> pattern.matches(path));
        return (isTransfer ? transfers : requests).createRequest(uri, method);
    }
}
