package ecommerce.favourite.favourite;

import static ecommerce.defaults.test.database.LostConnections.endConnectionThatWaitsFor;

import org.junit.jupiter.api.Test;

/** Verifies a service with JDBC transactions. order-service has the same test for JPA. */
class LostConnectionIT extends FavouriteTest {

    @Test
    void answers503IfTheDatabaseEndsTheConnectionOfATransaction() throws Exception {
        var path = "/api/favourites/" + LAMP;

        endConnectionThatWaitsFor("favourite_service.favourite", () -> customer.put(path, null))
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "2");

        customer.put(path, null).expectStatus().isCreated();
    }
}
