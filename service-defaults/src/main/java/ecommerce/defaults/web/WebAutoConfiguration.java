package ecommerce.defaults.web;

import jakarta.validation.Validator;
import java.util.Set;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Configures the HTTP interface of every service. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration"
        })
@EnableConfigurationProperties(ListLimits.class)
class WebAutoConfiguration {

    private static final Set<String> OTHER_FORMATS = Set.of("yaml", "x-yaml", "xml", "cbor", "x-jackson-smile");

    /** Rejects parameters with NUL characters, because PostgreSQL can't store them. */
    @Bean
    HttpFirewall noNulFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    JacksonModule textModule() {
        return new SimpleModule("text").addDeserializer(String.class, new TextDeserializer());
    }

    @Bean
    WebMvcConfigurer listParameters(ListLimits limits) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ListParameters(limits));
            }
        };
    }

    /**
     * Removes the converters of other formats than JSON. Libraries bring them, and they ignore what is configured for JSON:
     * limits, checks of texts and numbers, formats of dates, and what customers may not read.
     */
    @Bean
    WebMvcConfigurer formats() {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.configureMessageConvertersList(all ->
                        all.removeIf(converter -> converter.getSupportedMediaTypes().stream()
                                .anyMatch(type -> OTHER_FORMATS.contains(type.getSubtype()))));
            }
        };
    }

    @Bean
    RepresentationTags representationTags(JsonMapper json) {
        return new RepresentationTags(json);
    }

    @Bean
    MergePatches mergePatches(JsonMapper json, Validator validator) {
        return new MergePatches(json, validator);
    }
}
