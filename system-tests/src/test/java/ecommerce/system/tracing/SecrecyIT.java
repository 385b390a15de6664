package ecommerce.system.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.system.RunningShop;
import ecommerce.system.Shop;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.client.Account;
import ecommerce.system.client.Answer;
import ecommerce.system.client.ShopClient;
import ecommerce.system.stack.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sends a guest cart's id, a sign-in name and a token in paths, and looks for them in logs, spans and metrics. */
@ExtendWith(RunningShop.class)
class SecrecyIT {

    private final String traceId = UUID.randomUUID().toString().replace("-", "");
    private final TraceCollector collector = new TraceCollector();
    private ShopClient gateway;
    private Account customer;
    private String staff;
    private String guestCart;

    @BeforeEach
    void enter(Shop shop) {
        gateway = new ShopClient(shop.gateway());
        customer = Account.register(gateway);
        staff = shop.staff().token();
        guestCart = send("POST", "/api/carts/guests", "").text("guestCartId");
    }

    @AfterEach
    void stop() {
        collector.close();
    }

    @Test
    void writesRouteTemplatesInsteadOfSecrets(LocalStack stack) throws IOException {
        assertThat(guestCart).hasSize(36);
        for (var prefix : List.of("", "/order-service", "/app")) {
            assertThat(send("GET", prefix + "/api/carts/guests/" + guestCart, "")
                            .status())
                    .isEqualTo(200);
        }
        send("DELETE", "/api/carts/guests/%s/items/999999999".formatted(guestCart), "");
        send("POST", "/api/carts/guests/%s/merge".formatted(guestCart), "");
        send("GET", "/api/carts/guests/%s/nowhere".formatted(guestCart), "");
        send("GET", "/api/carts//guests/" + guestCart, "");
        send("GET", "/api/users/username/" + customer.username(), staff);
        send("GET", "/user-service/api/credentials/username/" + customer.username(), staff);
        send("GET", "/app/api/authenticate/jwt/" + customer.token(), "");

        awaitSpans("api-gateway", "/api/carts/**");
        awaitSpans("order-service", "/api/carts/guests/{guestCartId}");
        awaitSpans("user-service", "/api/users/username/{username}");
        awaitSpans("proxy-client", "/app/api/authenticate/jwt/{jwt}");
        var signature = customer.token().substring(customer.token().lastIndexOf('.') + 1);
        for (var secret : List.of(guestCart, customer.username(), signature)) {
            assertThat(collector.all())
                    .extracting(TraceCollector.Span::content)
                    .noneMatch(span -> span.contains(secret));
            assertThat(textsOf(stack)).as("%s", secret).noneMatch(text -> text.contains(secret));
        }
        assertThat(Files.readString(stack.service(ServiceDefinition.API_GATEWAY).log()))
                .contains("GET /api/carts/** 200");
    }

    private Answer send(String method, String path, String token) {
        var traced = Map.of("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(traceId));
        return gateway.send(method, path, token, null, traced);
    }

    private void awaitSpans(String service, String route) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(collector.ofTrace(traceId)).anySatisfy(span -> {
                    assertThat(span.service()).isEqualTo(service);
                    assertThat(span.attributes()).containsEntry("http.url", route);
                }));
    }

    /** Returns the log and the metrics of each service. */
    private static List<String> textsOf(LocalStack stack) throws IOException {
        var texts = new ArrayList<String>();
        for (var service : ServiceDefinition.behindGateway()) {
            texts.add(Files.readString(stack.service(service).log()));
            var metrics = new ShopClient(stack.managementUri(service))
                    .send("GET", "/actuator/prometheus", "", null, Map.of());
            assertThat(metrics.status()).isEqualTo(200);
            texts.add(metrics.content());
        }
        texts.add(Files.readString(stack.service(ServiceDefinition.API_GATEWAY).log()));
        return texts;
    }
}
