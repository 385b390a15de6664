package ecommerce.proxyclient.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cart holds up to 200 different products. */
class LargeOrderIT extends ProxyClientTest {

    private static final int PRODUCTS = 200;

    @BeforeEach
    void fillTheCart() {
        signIn();
        services.have("POST", "/api/carts", ServiceStubs.cart(lines(product ->
                """
                {"productId":%d,"productTitle":"Product %d %s","sku":"P-%d","priceUnit":1.00,"orderedQuantity":999,
                 "lineTotal":999.00,"available":999}""".formatted(product, product, "x".repeat(100), product))));
        services.have("GET", "/api/addresses", ServiceStubs.list(ServiceStubs.ADDRESS));
        services.have("GET", "/api/orders/1234", order());
    }

    @Test
    void isPlacedByTheCheckout() {
        services.refuse("POST", "/api/orders", 201, order());
        assertThat(browser.get("/app/cart").html()).contains("Product 200 ", "href=\"/app/checkout\"");
        assertThat(browser.get("/app/checkout").html()).contains("999 × Product 200 ");

        assertThat(browser.submit("/app/checkout", CheckoutIT.form("addressId", "9"))
                        .html())
                .contains("Order 1234", "Product 200 ");
    }

    @Test
    void isReturnedAsAWhole() {
        services.refuse("POST", "/api/orders/1234/return-requests", 201, "{}");
        assertThat(browser.get("/app/orders/1234/return").html()).contains("name=\"pieces-200\"");
        var fields = IntStream.rangeClosed(1, PRODUCTS)
                .mapToObj(product -> List.of("pieces-" + product, "999"))
                .flatMap(List::stream)
                .toArray(String[]::new);

        browser.submit("/app/orders/1234/return", CheckoutIT.with(fields, "reason", "Too many"));

        var requests =
                NEIGHBOURS.server().findAll(postRequestedFor(urlPathEqualTo("/api/orders/1234/return-requests")));
        assertThat(requests)
                .singleElement()
                .satisfies(request -> assertThat(request.getBodyAsString().split("\"productId\""))
                        .hasSize(PRODUCTS + 1));
    }

    private static String order() {
        var items = lines(product -> """
                {"productId":%d,"productTitle":"Product %d %s","sku":"P-%d","priceUnit":1.00,"orderedQuantity":999,
                 "cancelledQuantity":0,"returnedQuantity":0,"lineTotal":999.00}""".formatted(product, product, "x".repeat(100), product));
        return ServiceStubs.order(CUSTOMER, "DELIVERED", "")
                .replaceFirst("(?s)\"items\":\\[.*?]", "\"items\":[" + items + "]");
    }

    private static String lines(IntFunction<String> line) {
        return IntStream.rangeClosed(1, PRODUCTS).mapToObj(line).collect(Collectors.joining(","));
    }
}
