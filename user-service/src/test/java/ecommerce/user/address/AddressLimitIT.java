package ecommerce.user.address;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.user.TestUsers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class AddressLimitIT {

    @Autowired
    RestTestClient client;

    @Test
    void storesAtMostAHundredAddressesOfAUser() {
        var customer = TestRequests.as(
                client, TestTokens.user(TestUsers.register(client).userId()));
        var address = Map.of("fullAddress", "1 Road", "postalCode", "1", "city", "Leith");
        for (var i = 0; i < 100; i++) {
            customer.post("/api/addresses", address).expectStatus().isCreated();
        }

        customer.post("/api/addresses", address).expectStatus().isEqualTo(409);
        customer.get("/api/addresses")
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(100);
    }
}
