package ecommerce.defaults.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Stores the audit log in the service's own schema and serves it at {@code /api/<shop.audit.resource>/audit}. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnProperty("shop.audit.resource")
@EnableConfigurationProperties(RefusalLimits.class)
class AuditAutoConfiguration {

    @Bean
    AuditOrigin auditOrigin(@Value("${spring.application.name}") String service, ObjectProvider<Tracer> tracer) {
        return new AuditOrigin(service, tracer.getIfAvailable(() -> Tracer.NOOP));
    }

    @Bean
    Audit audit(JdbcClient jdbc, JsonMapper json, AuditOrigin origin) {
        return new Audit(jdbc, json, origin);
    }

    @Bean
    Refusals refusals(Audit audit, AuditOrigin origin, MeterRegistry meters, RefusalLimits limits) {
        return new Refusals(audit, origin, meters, new RefusalBudget(limits));
    }

    @Bean
    RefusedRequests refusedRequests(Refusals refusals) {
        return new RefusedRequests(refusals);
    }

    @Bean
    AuditQueries auditQueries(JdbcClient jdbc, JsonMapper json) {
        return new AuditQueries(jdbc, json);
    }

    @Bean
    AuditController auditController(AuditQueries entries) {
        return new AuditController(entries);
    }
}
