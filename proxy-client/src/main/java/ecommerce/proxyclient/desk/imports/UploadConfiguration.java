package ecommerce.proxyclient.desk.imports;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Lets the one form with a file be read. No other address accepts a file. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    /** @param largest the largest file that product-service accepts */
    @Bean
    FilterRegistrationBean<UploadFilter> uploads(@Value("${shop.transfers.largest-import}") DataSize largest) {
        var registration = new FilterRegistrationBean<>(new UploadFilter(largest));
        registration.addUrlPatterns(ImportDeskController.LIST);
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }
}
