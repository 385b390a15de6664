package ecommerce.defaults.test;

import ecommerce.defaults.test.database.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Starts a whole service on a real port with a real PostgreSQL, without cloud-config and registry. The service trusts
 * {@link TestTokens}, and asks {@link TestIntrospection} about staff. Tests call it with a {@code RestTestClient}. The
 * actuator's port is disabled, because only system-tests use it. Requests aren't limited by
 * number, and neither is what the audit log stores of refusals.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.cloud.config.enabled=false",
            "eureka.client.enabled=false",
            "management.server.port=-1",
            "spring.datasource.hikari.minimum-idle=2",
            "shop.limits.rate.enabled=false",
            "shop.audit.refusals.caller=1000",
            "shop.audit.refusals.action=100000",
            "PAYMENT_PROVIDER=sandbox",
            "PAYMENT_WEBHOOK_SECRET=whsec_dGVzdC13ZWJob29rLXNlY3JldC0xMjM0NQ=="
        })
@ContextConfiguration(initializers = {TestDatabase.class, TestSecrets.class, TestIntrospection.class})
@Import({TestTokens.class, TestHttpClient.class})
public @interface ServiceTest {}
