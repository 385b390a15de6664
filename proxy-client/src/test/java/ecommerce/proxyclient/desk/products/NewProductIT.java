package ecommerce.proxyclient.desk.products;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewProductIT extends ProxyClientTest {

    private static final String LIST = "/app/desk/products";

    private static final String[] NEW_PRODUCT = {
        "productTitle",
        "Tent",
        "sku",
        "TEN-1",
        "priceUnit",
        "129,5",
        "categoryId",
        "3",
        "imageUrl",
        "",
        "description",
        "# Tent\r\n\r\nFor *two*",
        "hidden",
        "true",
        "quantity",
        "7"
    };

    @BeforeEach
    void open() {
        signIn(TestTokens.admin(), 900);
        services.have(
                "GET",
                "/api/products/17/stock",
                "{\"productId\":17,\"onHand\":7,\"reserved\":0,\"sellable\":7,\"sold\":0}");
        browser.get(LIST + "/new");
    }

    @Test
    void createsAProduct() {
        services.refuse("POST", "/api/products", 201, ServiceStubs.STOVE.formatted(7));

        assertThat(browser.submit(LIST, NEW_PRODUCT).html()).contains("The product is created.");

        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/products")).withRequestBody(equalToJson("""
                        {"productTitle":"Tent","imageUrl":null,"sku":"TEN-1","priceUnit":129.5,"category":{"categoryId":3},
                         "hidden":true,"description":"# Tent\\n\\nFor *two*","quantity":7}""")));
    }

    @Test
    void acceptsTheLongestDescriptionInAnyLanguage() {
        services.refuse("POST", "/api/products", 201, ServiceStubs.STOVE.formatted(7));
        var longest = "泳".repeat(10_000);
        var form = NEW_PRODUCT.clone();
        form[List.of(form).indexOf("description") + 1] = longest;

        // An edit also sends the description from which it was made.
        var answer = browser.post(
                LIST,
                Stream.concat(Stream.of(form), Stream.of("opened.description", longest))
                        .toArray(String[]::new));

        assertThat(answer.status()).isEqualTo(302);
        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/products"))
                        .withRequestBody(matchingJsonPath("$.description", equalTo(longest))));
    }

    @Test
    void keepsWhatWasTypedIfTheServiceRefusesIt() {
        services.refuse("POST", "/api/products", 409, """
                {"status":409,"detail":"The SKU TEN-1 belongs to another product",
                 "errors":[{"field":"sku","message":"is taken"}]}""");

        var page = browser.post(LIST, NEW_PRODUCT);

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html())
                .contains(
                        "value=\"TEN-1\"",
                        "value=\"129,5\"",
                        "value=\"3\" selected",
                        "# Tent\n\nFor *two*</textarea>",
                        "name=\"hidden\" value=\"true\" checked",
                        "value=\"7\"",
                        "is taken",
                        "href=\"/app/desk/products?q=TEN-1&amp;hidden=true\"");
    }

    /** Without the service, the page can't list the categories. */
    @Test
    void keepsWhatWasTypedIfTheAnswerIsLost() {
        services.refuse("POST", "/api/products", 503, "{}");
        services.refuse("GET", "/api/categories", 503, "{}");

        var page = browser.post(LIST, NEW_PRODUCT);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.html())
                .contains("Send the form again", "value=\"TEN-1\"", "value=\"3\" selected", "For *two*</textarea>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "priceUnit=-1",
                "priceUnit=1.234",
                "priceUnit=x",
                "categoryId=",
                "quantity=1e3",
                "sku=",
                "productTitle= "
            })
    void saysWhichFieldIsWrong(String wrong) {
        var field = wrong.split("=");
        var form = NEW_PRODUCT.clone();
        for (var i = 0; i < form.length; i += 2) {
            form[i + 1] = form[i].equals(field[0]) ? wrong.substring(wrong.indexOf('=') + 1) : form[i + 1];
        }

        var page = browser.post(LIST, form);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).containsPattern("id=\"%s\"[^>]*aria-invalid=\"true\"".formatted(field[0]));
        NEIGHBOURS.server().verify(0, postRequestedFor(urlPathEqualTo("/api/products")));
    }
}
