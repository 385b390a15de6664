package ecommerce.user;

import ecommerce.defaults.test.AccessTable;
import ecommerce.defaults.test.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ServiceTest
class AccessIT {

    @Test
    void documentsTheAccessRuleOfEachEndpoint(@Autowired ApplicationContext context) {
        AccessTable.requireComplete(context);
    }
}
