package ecommerce.system.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Sends requests to the gateway. Returns {@link Answer#NONE} if there is no response, instead of throwing an exception.
 */
public final class ShopClient {

    /** Header of a request that the gateway's response cache must not answer. */
    public static final Map<String, String> FRESH = Map.of("Cache-Control", "no-cache");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final Supplier<URI> door;

    public ShopClient(URI base) {
        this(() -> base);
    }

    /** @param door supplies the base URI of each request */
    public ShopClient(Supplier<URI> door) {
        this.door = door;
    }

    /** Sends a request. An empty token sends no {@code Authorization} header. */
    public Answer send(String method, String path, String token, @Nullable Object body, Map<String, String> headers) {
        if (body == null) {
            return send(method, path, token, headers, BodyPublishers.noBody());
        }
        var withType = new HashMap<>(headers);
        withType.put("Content-Type", "application/json");
        return send(method, path, token, withType, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    /** Sends a request with a body that may be anything. The headers name its media type. */
    public Answer sendRaw(String method, String path, String token, byte[] content, Map<String, String> headers) {
        return send(
                method,
                path,
                token,
                headers,
                content.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(content));
    }

    private Answer send(String method, String path, String token, Map<String, String> headers, BodyPublisher body) {
        var request = HttpRequest.newBuilder(door.get().resolve(path)).timeout(PATIENCE);
        headers.forEach(request::header);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        request.method(method, body);
        try {
            return read(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException noAnswer) {
            return Answer.NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.NONE;
        }
    }

    private static Answer read(HttpResponse<String> response) {
        var text = response.body();
        try {
            var body = text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
            return new Answer(response.statusCode(), text, body, response.headers());
        } catch (JacksonException noJson) {
            return new Answer(response.statusCode(), text, MissingNode.getInstance(), response.headers());
        }
    }
}
