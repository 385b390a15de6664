package ecommerce.defaults.test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.http.server.LocalTestWebServer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Provides a client that returns every response unchanged and checks the audit log. Other clients silently wait and
 * retry after a 429.
 */
@TestConfiguration(proxyBeanMethods = false)
class TestHttpClient {

    @Bean
    RestTestClient restTestClient(ApplicationContext context, ObjectProvider<JdbcClient> jdbc) {
        var service = context.getEnvironment().getRequiredProperty("spring.application.name");
        return RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
                .uriBuilderFactory(LocalTestWebServer.obtain(context).uriBuilderFactory())
                .requestInterceptors(all -> jdbc.ifAvailable(database -> all.add(new AuditedWrites(database, service))))
                .build();
    }
}
