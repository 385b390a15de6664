package ecommerce.system.attack.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps cookies, and sends forms with the token of the last page that had one. Follows no redirects. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .connectTimeout(PATIENCE)
            .build();
    private final URI shop;
    private String token = "";

    Browser(URI shop) {
        this.shop = shop;
    }

    /** Opens a page, and returns the status. */
    int get(String path) {
        return send(request(path).GET());
    }

    /** Sends a form, and returns the status. */
    int post(String path, Map<String, String> fields) {
        var typed = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "%s://%s".formatted(shop.getScheme(), shop.getAuthority()))
                .POST(BodyPublishers.ofString("_csrf=%s&%s".formatted(encode(token), typed))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(shop.resolve(path)).timeout(PATIENCE).header("Accept", "text/html");
    }

    private int send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            var found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The request was interrupted", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
