package ecommerce.defaults.test;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.http.server.LocalTestWebServer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Provides a client that returns every response unchanged. Other clients silently wait and retry after a 429. */
@TestConfiguration(proxyBeanMethods = false)
class TestHttpClient {

    @Bean
    RestTestClient restTestClient(ApplicationContext context) {
        return RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
                .uriBuilderFactory(LocalTestWebServer.obtain(context).uriBuilderFactory())
                .build();
    }
}
