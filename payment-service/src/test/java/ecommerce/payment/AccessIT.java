package ecommerce.payment;

import ecommerce.defaults.test.AccessTable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class AccessIT extends PaymentServiceTest {

    @Test
    void documentsTheAccessRuleOfEachEndpoint(@Autowired ApplicationContext context) {
        AccessTable.requireComplete(context);
    }
}
