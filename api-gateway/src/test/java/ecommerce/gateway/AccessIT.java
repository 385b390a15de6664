package ecommerce.gateway;

import ecommerce.defaults.test.AccessTable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class AccessIT extends GatewayTest {

    @Test
    void documentsEachEndpoint(@Autowired ApplicationContext context) {
        AccessTable.requireComplete(context);
    }
}
