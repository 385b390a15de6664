package ecommerce.system.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: it keeps cookies, follows redirects, and sends a page's forms with the fields that they have. */
final class FormBrowser {

    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern SELECT =
            Pattern.compile("<select[^>]* name=\"([^\"]+)\".*?<option value=\"([^\"]*)\"", Pattern.DOTALL);

    private final URI shop;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private Page page = new Page(0, "", "");

    FormBrowser(URI shop) {
        this.shop = shop;
    }

    /** @param path the path of the page after all redirects */
    record Page(int status, String path, String html) {}

    Page page() {
        return page;
    }

    Page open(String path) {
        return send(request(path).GET().build());
    }

    /** Fills in the form of the current page that leads to this address, and sends it. */
    Page submit(String action, Map<String, String> typed) {
        var fields = fields(action);
        fields.putAll(typed);
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(action, "application/x-www-form-urlencoded", body);
    }

    /** Chooses a file in the form of the current page that leads to this address, and sends the form. */
    Page upload(String action, String file) {
        var fields = fields(action);
        fields.remove("file");
        var parts = fields.entrySet().stream()
                .map(field -> part("name=\"%s\"".formatted(field.getKey()), field.getValue()))
                .collect(Collectors.joining());
        var body = parts + part("name=\"file\"; filename=\"file.csv\"", file) + "--boundary--\r\n";
        return send(action, "multipart/form-data; boundary=boundary", body);
    }

    private static String part(String disposition, String content) {
        return "--boundary\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n".formatted(disposition, content);
    }

    private Page send(String action, String type, String body) {
        return send(request(action)
                .header("Content-Type", type)
                .header("Origin", "%s://%s".formatted(shop.getScheme(), shop.getAuthority()))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private Map<String, String> fields(String action) {
        var form = Pattern.compile("<form[^>]* action=\"" + Pattern.quote(action) + "\".*?</form>", Pattern.DOTALL)
                .matcher(page.html());
        assertThat(form.find()).as("a form for %s in %s", action, page).isTrue();
        var fields = new LinkedHashMap<String, String>();
        INPUT.matcher(form.group()).results().map(input -> input.group()).forEach(input -> {
            var isChoice = input.contains("type=\"radio\"") || input.contains("type=\"checkbox\"");
            if (!isChoice || input.contains(" checked")) {
                fields.put(attribute(input, "name"), attribute(input, "value"));
            }
        });
        SELECT.matcher(form.group()).results().forEach(select -> fields.putIfAbsent(select.group(1), select.group(2)));
        return fields;
    }

    private static String attribute(String input, String name) {
        var value = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(input);
        return value.find() ? value.group(1).replace("&#34;", "\"").replace("&amp;", "&") : "";
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(shop.resolve(path)).header("Accept", "text/html,*/*;q=0.8");
    }

    private Page send(HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            page = new Page(answer.statusCode(), answer.uri().getPath(), answer.body());
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
