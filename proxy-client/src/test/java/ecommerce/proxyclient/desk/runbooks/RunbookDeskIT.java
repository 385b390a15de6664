package ecommerce.proxyclient.desk.runbooks;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RunbookDeskIT extends ProxyClientTest {

    private static final String PAGE = "/app/desk/runbooks";
    private static final Path RULES = Path.of("..", "infra", "monitoring", "alerts");

    @Test
    void hasAnAnchorForEachAlertRuleAndEachOfItsLinks() throws IOException {
        signIn(TestTokens.admin(), 900);

        var html = browser.get(PAGE).html();
        var article = html.substring(html.indexOf("<article"), html.indexOf("</article>"));

        var anchors = all(" id=\"([^\"]+)\"", article);
        var linked = new TreeSet<>(all("href=\"([^\"]+)\"", article));
        assertThat(linked).hasSizeGreaterThan(3);
        try (var rules = Files.newDirectoryStream(RULES, "*.rules.yml")) {
            for (var file : rules) {
                linked.addAll(all("runbook_url: docs/runbooks\\.md(#\\S+)", Files.readString(file)));
            }
        }
        assertThat(linked)
                .hasSizeGreaterThan(10)
                .isSubsetOf(anchors.stream().map("#"::concat).toList());
    }

    @Test
    void isClosedToCustomers() {
        assertThat(browser.get(PAGE).location()).startsWith("/app/sign-in");
        signIn();

        assertThat(browser.get(PAGE).status()).isEqualTo(403);
    }

    private static Set<String> all(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
