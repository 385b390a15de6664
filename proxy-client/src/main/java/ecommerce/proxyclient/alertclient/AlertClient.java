package ecommerce.proxyclient.alertclient;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Reads alerts from Alertmanager. It is no service of the shop, so it isn't in the registry and must not get the user's token,
 * which an {@code @HttpExchange} interface would send.
 */
@Component
public class AlertClient {

    private static final ParameterizedTypeReference<List<Alert>> ALERTS = new ParameterizedTypeReference<>() {};

    private final boolean isConnected;
    private final RestClient http;

    /**
     * @param url the base URL of Alertmanager; empty if there is none
     * @param timeout how long to wait for a connection, and how long for the answer
     */
    AlertClient(
            RestClient.Builder builder,
            ClientHttpRequestFactoryBuilder<?> requests,
            HttpClientSettings settings,
            @Value("${shop.alerts.url}") String url,
            @Value("${shop.alerts.timeout}") Duration timeout) {
        Assert.isTrue(
                url.isEmpty() || url.matches("https?://.+"),
                () -> "ALERTMANAGER_URL is '%s', which is no URL like http://alertmanager:9093".formatted(url));
        this.isConnected = !url.isEmpty();
        this.http = builder.baseUrl(url)
                .requestFactory(requests.build(settings.withTimeouts(timeout, timeout)))
                .defaultStatusHandler(HttpStatusCode::isError, (request, answer) -> {
                    throw new RestClientException("Alertmanager answers " + answer.getStatusCode());
                })
                .build();
    }

    /** Returns whether this shop has an Alertmanager. */
    public boolean isConnected() {
        return isConnected;
    }

    /**
     * Reads the alerts that fire, without those that somebody has silenced and those that another alert inhibits.
     *
     * @throws RestClientException if Alertmanager doesn't answer or refuses; also if there is none
     */
    public List<Alert> firing() {
        var alerts = http.get()
                .uri("/api/v2/alerts?active=true&silenced=false&inhibited=false")
                .retrieve()
                .body(ALERTS);
        if (alerts == null) {
            throw new RestClientException("Alertmanager answers with nothing");
        }
        return alerts;
    }
}
