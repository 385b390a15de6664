package ecommerce.proxyclient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import ecommerce.defaults.test.Neighbours;

/** What the services answer, in the form of their API. */
public final class ServiceStubs {

    public static final String STOVE = """
            {"productId":17,"productTitle":"Camping Stove","imageUrl":"/app/images/categories/pots-pans.svg",
             "sku":"STO-17","priceUnit":49.90,"quantity":%d,"createdAt":"2026-01-01T00:00:00Z",
             "category":{"categoryId":3,"categoryTitle":"Cooking"}}""";

    private final Neighbours neighbours;

    ServiceStubs(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** Answers all requests to this path with 200. */
    public void have(String method, String path, String body) {
        refuse(method, path, 200, body);
    }

    public void refuse(String method, String path, int status, String body) {
        var type = status < 400 ? "application/json" : "application/problem+json";
        neighbours.override(request(method, urlPathEqualTo(path))
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", type)
                        .withBody(body)));
    }

    void offerCatalogue() {
        have("GET", "/api/categories", list("""
                {"categoryId":2,"categoryTitle":"Outdoor"},
                {"categoryId":3,"categoryTitle":"Cooking","parentCategory":{"categoryId":2,"categoryTitle":"Outdoor"}}"""));
        have("GET", "/api/products", list(STOVE.formatted(4)));
        have("GET", "/api/products/17", STOVE.formatted(4));
        have("GET", "/api/products/17/related-products", "{\"collection\":[]}");
    }

    /** Returns the stove with this Markdown, which is part of a JSON string. */
    public static String describedStove(String description) {
        return STOVE.formatted(4).replace("\"sku\"", "\"description\":\"%s\",\"sku\"".formatted(description));
    }

    public static String list(String entries) {
        return "{\"collection\":[%s],\"page\":{\"number\":0,\"size\":20,\"totalElements\":1,\"totalPages\":1}}"
                .formatted(entries);
    }

    /** Returns the customer's cart with these lines. */
    public static String cart(String lines) {
        return "{\"cartId\":5,\"userId\":7,\"cartStatus\":\"OPEN\",\"items\":[%s],\"total\":99.80,\"priced\":true}"
                .formatted(lines);
    }

    public static String guestCart(String lines) {
        return cart(lines)
                .replace("\"cartId\":5,\"userId\":7", "\"guestCartId\":\"0f8fad5b-d9cb-469f-a165-70867728950e\"");
    }

    /** Returns a line of two stoves, of which that many can be had. */
    public static String stoves(int available) {
        return """
                {"productId":17,"productTitle":"Camping Stove","sku":"STO-17","priceUnit":49.90,"orderedQuantity":2,
                 "lineTotal":99.80,"available":%d}""".formatted(available);
    }

    public static String order(long userId, String status, String more) {
        return """
                {"orderId":1234,"orderDate":"2026-01-02T03:04:05Z","orderFee":99.80,"orderStatus":"%s"%s,"userId":%d,
                 "cart":{"cartId":5,"userId":%d},
                 "items":[{"productId":17,"productTitle":"Camping Stove","sku":"STO-17","priceUnit":49.90,
                           "orderedQuantity":2,"cancelledQuantity":0,"returnedQuantity":0,"lineTotal":99.80}],
                 "shippingAddress":{"fullAddress":"1 Main Street","postalCode":"12345","city":"Springfield"},
                 "history":[{"at":"2026-01-02T03:04:05Z","by":"alice","to":"%s"}]}""".formatted(status, more, userId, userId, status);
    }

    public static final String ADDRESS =
            "{\"addressId\":9,\"userId\":7,\"fullAddress\":\"1 Main Street\",\"postalCode\":\"12345\",\"city\":\"Springfield\"}";
}
