package ecommerce.proxyclient.productclient;

import ecommerce.proxyclient.productclient.ImportClient.Job;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * Passes files of the catalogue on between browsers and product-service, without holding them in memory. An
 * {@code @HttpExchange} interface can't do so: its interceptors receive the whole body of a request.
 */
@Component
public class CatalogueTransfers {

    private static final String SERVICE = "product-service";

    private final RestClient http;
    private final LoadBalancerClient instances;

    /** @param timeout how long a transfer may take */
    CatalogueTransfers(
            RestClient.Builder builder,
            HttpClientSettings settings,
            LoadBalancerClient instances,
            @Value("${shop.transfers.timeout}") Duration timeout) {
        // The services speak HTTP/1.1. Offering HTTP/2 with a body of unknown length isn't understood by all servers.
        var requests = ClientHttpRequestFactoryBuilder.jdk()
                .withHttpClientCustomizer(client -> client.version(HttpClient.Version.HTTP_1_1))
                .build(settings.withReadTimeout(timeout));
        this.http = builder.requestFactory(requests).build();
        this.instances = instances;
    }

    /**
     * The member of staff who sends or receives a file.
     *
     * @param address the address of the user's device
     */
    public record Sender(String token, String address) {

        void sign(HttpHeaders headers) {
            headers.setBearerAuth(token);
            headers.set("X-Forwarded-For", address);
        }

        @Override
        public String toString() {
            return "Sender[]";
        }
    }

    /**
     * How a file is imported.
     *
     * @param key the idempotency key, under which a file is imported once
     * @param replacesStock whether the column {@code quantity} replaces the stock
     */
    public record Terms(String key, Charset charset, boolean replacesStock) {}

    /** Sends a file, which a job imports. */
    public Job send(InputStream csv, Terms terms, Sender sender) {
        var path = "/api/products/import" + (terms.replacesStock() ? "?stock=replace" : "");
        StreamingHttpOutputMessage.Body body = csv::transferTo;
        var job = http.post()
                .uri(address(path))
                .headers(sender::sign)
                .header("Idempotency-Key", terms.key())
                .header("Prefer", "respond-async")
                .contentType(new MediaType(new MediaType("text", "csv"), terms.charset()))
                .body(body)
                .retrieve()
                .body(Job.class);
        return Objects.requireNonNull(job);
    }

    /** Passes a file of product-service on to the browser. If product-service breaks off, breaks off too. */
    public void receive(String path, Sender sender, HttpServletResponse response) {
        http.get().uri(address(path)).headers(sender::sign).exchange((request, file) -> {
            if (!file.getStatusCode().is2xxSuccessful()) {
                throw file.createException();
            }
            pass(file, response);
            return path;
        });
    }

    private static void pass(ClientHttpResponse file, HttpServletResponse response) throws IOException {
        for (var name : new String[] {HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_DISPOSITION}) {
            response.setHeader(name, file.getHeaders().getFirst(name));
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        // From here on a failure cuts the file off. Its beginning must not stand before an error page.
        response.flushBuffer();
        file.getBody().transferTo(response.getOutputStream());
    }

    private URI address(String path) {
        var instance = instances.choose(SERVICE);
        if (instance == null) {
            throw new ResourceAccessException(
                    "No transfer", new ConnectException("No instance of %s is registered".formatted(SERVICE)));
        }
        return instances.reconstructURI(instance, URI.create("http://" + SERVICE + path));
    }
}
