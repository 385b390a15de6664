package ecommerce.proxyclient.desk.home;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The alerts on the desk's home. The answers are Alertmanager's own; {@code AlertStatesIT} runs it. */
class AlertDeskIT extends ProxyClientTest {

    private static final String ALERTS = "/api/v2/alerts";
    private static final String WATCHDOG = alert("Watchdog", "none", "2026-01-01T00:00:00.000Z", "");

    @BeforeEach
    void enter() {
        signIn(TestTokens.admin(), 900);
    }

    @Test
    void showsWhatFiresAndLeadsToTheRunbooks() {
        var ticket = alert("SlowAnswers", "ticket", "2026-01-03T03:04:05.123Z", "docs/runbooks.md#answers-are-slow");
        var page = alert("OutboxOld", "page", "2026-01-02T04:04:05.000+01:00", "https://example.com/outbox");
        services.have("GET", ALERTS, "[%s,%s,%s]".formatted(WATCHDOG, ticket, page));

        var html = browser.get("/app/desk").html();

        assertThat(html)
                .containsSubsequence(
                        ">Now<",
                        "OutboxOld</strong> What has happened &lt;now&gt;",
                        "datetime=\"2026-01-02T03:04:05Z\"",
                        "href=\"https://example.com/outbox\"",
                        ">Today<",
                        "SlowAnswers</strong>",
                        "href=\"/app/desk/runbooks#answers-are-slow\"")
                .doesNotContain("Watchdog", "No alert fires", "may be missing here");
    }

    /** Whoever reaches Alertmanager may have written the alert. */
    @ParameterizedTest
    @ValueSource(strings = {"", "javascript:alert(1)", "other.md#answers-are-slow"})
    void linksToNoOtherRunbook(String runbook) {
        var alert = alert("SlowAnswers", "critical", "2026-01-03T03:04:05.123Z", runbook);
        services.have("GET", ALERTS, "[%s,%s]".formatted(WATCHDOG, alert));

        assertThat(browser.get("/app/desk").html())
                .contains(">critical<", "SlowAnswers")
                .doesNotContain("What to do<span", "javascript:", "other.md");
    }

    @Test
    void asksWithoutTheTokenOfTheUserAndOnlyForWhatFires() {
        services.have("GET", ALERTS, "[%s]".formatted(WATCHDOG));

        assertThat(browser.get("/app/desk").html()).contains("No alert fires.").doesNotContain("may be missing here");

        NEIGHBOURS
                .server()
                .verify(
                        1,
                        getRequestedFor(urlEqualTo(ALERTS + "?active=true&silenced=false&inhibited=false"))
                                .withoutHeader("Authorization")
                                .withoutHeader("X-Forwarded-For"));
    }

    @Test
    void tellsThatPrometheusSendsNothing() {
        services.have("GET", ALERTS, "[]");

        assertThat(browser.get("/app/desk").html())
                .contains("Prometheus sends no alerts", "href=\"/app/desk/runbooks#the-monitoring-is-silent\"")
                .doesNotContain("No alert fires");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 503})
    void showsTheRestWhileAlertmanagerIsUnavailable(int status) {
        services.refuse("GET", ALERTS, status, "{}");
        services.have("GET", "/api/payments/refunds", ServiceStubs.list(""));

        assertThat(browser.get("/app/desk").html())
                .contains("Alertmanager doesn’t answer", ">1</p>")
                .doesNotContain("No alert fires");
    }

    private static String alert(String name, String severity, String since, String runbook) {
        return """
                {"annotations":{"runbook_url":"%s","summary":"What has happened <now>"},"endsAt":"2026-01-09T00:00:00.000Z",
                 "fingerprint":"1cf8e9a49ab4b1e6","receivers":[{"name":"staff"}],"startsAt":"%s",
                 "status":{"inhibitedBy":[],"silencedBy":[],"state":"active"},"updatedAt":"2026-01-08T00:00:00.000Z",
                 "labels":{"alertname":"%s","severity":"%s"}}""".formatted(runbook, since, name, severity);
    }
}
