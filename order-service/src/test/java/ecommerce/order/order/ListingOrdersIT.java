package ecommerce.order.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.defaults.test.TestRequests;
import ecommerce.order.OrderServiceTest;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ListingOrdersIT extends OrderServiceTest {

    @Autowired
    EntityManagerFactory entityManagers;

    @Test
    void readsAPageWithAConstantNumberOfStatements() {
        for (var i = 0; i < 6; i++) {
            shop.cartWithLamps();
            shop.checkOut("key-" + i, "tok_approved").expectStatus().isCreated();
        }
        await().untilAsserted(() -> assertThat(unfinished()).isZero());

        assertThat(statementsOf(shop.customer(), "/api/orders?size=6"))
                .isEqualTo(statementsOf(shop.customer(), "/api/orders?size=2"));
        assertThat(statementsOf(shop.customer(), "/api/carts?size=6"))
                .isEqualTo(statementsOf(shop.customer(), "/api/carts?size=2"));
    }

    private long statementsOf(TestRequests customer, String path) {
        var statistics = entityManagers.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        customer.get(path).expectStatus().isOk();
        return statistics.getPrepareStatementCount();
    }

    private int unfinished() {
        return jdbc.sql("SELECT count(*) FROM checkout WHERE position <> 'DONE'")
                .query(Integer.class)
                .single();
    }
}
