package ecommerce.proxyclient.alertclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.web.client.RestClient;

class AlertClientTests {

    @Test
    void isConnectedIfItHasAnAddress() {
        assertThat(client("").isConnected()).isFalse();
        assertThat(client("http://alertmanager:9093").isConnected()).isTrue();
    }

    @Test
    void refusesAnAddressThatIsNoUrl() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client("alertmanager:9093"))
                .withMessage("ALERTMANAGER_URL is 'alertmanager:9093', which is no URL like http://alertmanager:9093");
    }

    private static AlertClient client(String url) {
        return new AlertClient(
                RestClient.builder(),
                ClientHttpRequestFactoryBuilder.detect(),
                HttpClientSettings.defaults(),
                url,
                Duration.ofSeconds(2));
    }
}
