package ecommerce.proxyclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.RequestBodySpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;

/** Behaves like a browser: keeps cookies, and sends the forms of the page that it shows. Runs no scripts. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern INPUT = Pattern.compile("<input[^>]* name=\"([^\"]+)\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");
    private static final Pattern CHOICE =
            Pattern.compile("<select[^>]* name=\"([^\"]+)\".*?<option value=\"([^\"]*)\" selected", Pattern.DOTALL);

    private final RestTestClient client;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String language = "en";
    private String address = "";
    private String csrf = "";
    private boolean isScript;
    private String html = "";

    public Browser(RestTestClient client) {
        this.client = client;
    }

    public record Page(int status, HttpHeaders headers, String html) {

        public String location() {
            return Objects.requireNonNull(headers.getFirst(HttpHeaders.LOCATION), () -> status + " " + html);
        }
    }

    public void speak(String newLanguage) {
        language = newLanguage;
    }

    /** Sends from another address, which the gateway tells. */
    public void moveTo(String newAddress) {
        address = newAddress;
    }

    /** Takes over the cookies of an answer that arrives later than others. */
    public void receive(Page late) {
        keep(late);
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public Page get(String path) {
        return send(HttpMethod.GET, path, null);
    }

    /** Asks for a part of the page that it shows, as htmx does. */
    public Page getPart(String path) {
        isScript = true;
        try {
            return get(path);
        } finally {
            isScript = false;
        }
    }

    /** Sends a form with the token of the last page. */
    public Page post(String path, String... fields) {
        var form = new LinkedMultiValueMap<String, String>();
        form.set("_csrf", csrf);
        for (var i = 0; i < fields.length; i += 2) {
            form.set(fields[i], fields[i + 1]);
        }
        return send(HttpMethod.POST, path, form);
    }

    /** Sends a form with a file in its field {@code file}, after the other fields. */
    public Page upload(String path, String file, String... fields) {
        var boundary = "----boundary";
        var form = new StringBuilder();
        for (var i = 0; i < fields.length; i += 2) {
            form.append(part(boundary, "name=\"%s\"".formatted(fields[i]), fields[i + 1]));
        }
        form.append(part(boundary, "name=\"file\"; filename=\"products.csv\"\r\nContent-Type: text/csv", file))
                .append("--%s--\r\n".formatted(boundary));
        var type = new MediaType(MediaType.MULTIPART_FORM_DATA, Map.of("boundary", boundary));
        return read(request(HttpMethod.POST, path)
                .contentType(type)
                .body(form.toString().getBytes(StandardCharsets.UTF_8))
                .exchange());
    }

    private static String part(String boundary, String disposition, String content) {
        return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n".formatted(boundary, disposition, content);
    }

    /** Returns the token of the last page. */
    public String csrf() {
        return csrf;
    }

    /** Sends a form, and loads the page to which the answer leads. */
    public Page submit(String path, String... fields) {
        var answer = post(path, fields);
        assertThat(answer.status()).as(answer.html()).isEqualTo(302);
        return get(answer.location());
    }

    /** Fills in the form of the last page that leads to this address, and sends it with its other fields. */
    public Page fill(String action, String... typed) {
        var form = Pattern.compile(
                        "<form[^>]* action=\"%s\".*?</form>".formatted(Pattern.quote(action)), Pattern.DOTALL)
                .matcher(html);
        assertThat(form.find()).as("a form for %s in %s", action, html).isTrue();
        var fields = new LinkedMultiValueMap<String, String>();
        INPUT.matcher(form.group()).results().forEach(input -> {
            var value = VALUE.matcher(input.group());
            fields.set(input.group(1), value.find() ? HtmlUtils.htmlUnescape(value.group(1)) : "");
        });
        CHOICE.matcher(form.group()).results().forEach(choice -> fields.set(choice.group(1), choice.group(2)));
        for (var i = 0; i < typed.length; i += 2) {
            fields.set(typed[i], typed[i + 1]);
        }
        return send(HttpMethod.POST, action, fields);
    }

    private Page send(HttpMethod method, String path, MultiValueMap<String, String> form) {
        var request = request(method, path);
        return read(
                form == null
                        ? request.exchange()
                        : request.contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .body(form)
                                .exchange());
    }

    private RequestBodySpec request(HttpMethod method, String path) {
        var request = client.method(method)
                .uri(base -> URI.create(base.build() + path))
                .header(HttpHeaders.ACCEPT, isScript ? "*/*" : "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")
                .header(HttpHeaders.ACCEPT_LANGUAGE, language);
        if (isScript) {
            request.header("HX-Request", "true");
        }
        if (!address.isEmpty()) {
            request.header("X-Forwarded-For", address);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    HttpHeaders.COOKIE,
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Page read(ResponseSpec answer) {
        var result = answer.returnResult(String.class);
        var body = result.getResponseBody();
        return keep(new Page(result.getStatus().value(), result.getResponseHeaders(), body == null ? "" : body));
    }

    private Page keep(Page page) {
        for (var header : page.headers().getOrDefault(HttpHeaders.SET_COOKIE, List.of())) {
            for (var cookie : HttpCookie.parse(header)) {
                if (cookie.getMaxAge() == 0) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), cookie.getValue());
                }
            }
        }
        html = page.html();
        var token = TOKEN.matcher(html);
        if (token.find()) {
            csrf = token.group(1);
        }
        return page;
    }
}
