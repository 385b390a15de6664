package ecommerce.defaults.test;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.http.server.LocalTestWebServer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A client of the service under test that shows every answer as it is, where others quietly wait out a 429. */
@TestConfiguration(proxyBeanMethods = false)
class TestHttpClient {

    @Bean
    RestTestClient restTestClient(ApplicationContext context) {
        return RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
                .uriBuilderFactory(LocalTestWebServer.obtain(context).uriBuilderFactory())
                .build();
    }
}
