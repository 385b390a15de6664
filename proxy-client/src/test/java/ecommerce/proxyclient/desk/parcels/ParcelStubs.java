package ecommerce.proxyclient.desk.parcels;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import ecommerce.defaults.test.Neighbours;
import ecommerce.proxyclient.ServiceStubs;

/** What shipping-service answers about parcel 5 of order 1234. */
record ParcelStubs(Neighbours neighbours) {

    static final String PATH = "/api/shippings/5";

    static String parcel(String status, String more) {
        return """
                {"shippingId":5,"orderId":1234,"part":1,"userId":7,"shippingStatus":"%s",
                 "items":[{"productId":17,"orderedQuantity":2}],
                 "address":{"fullAddress":"1 Main Street","postalCode":"12345","city":"Springfield"},
                 "recipient":{"name":"Ann Lee","email":"ann@example.com"},
                 "createdAt":"2026-01-02T03:04:05Z",
                 "history":[{"at":"2026-01-02T03:04:05Z","by":"admin","to":"%s","reason":"Label printed twice"}]%s}""".formatted(status, status, more);
    }

    /** Answers with the parcel in this version, and with its order. */
    void have(int version, String parcel) {
        neighbours.override(get(PATH).willReturn(okJson(parcel).withHeader("ETag", "\"%d\"".formatted(version))));
        neighbours.override(get(urlPathEqualTo("/api/shippings")).willReturn(okJson(ServiceStubs.list(parcel))));
    }

    /** Answers a change with this status. */
    void answer(String method, String path, int status, String detail) {
        var response = aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"status\":%d,\"detail\":\"%s\"}".formatted(status, detail));
        if (status == 401) {
            response.withHeader(
                    "WWW-Authenticate", "Bearer error=\"insufficient_user_authentication\", max_age=\"3600\"");
        }
        neighbours.override(request(method, urlPathEqualTo(path)).willReturn(response));
    }
}
