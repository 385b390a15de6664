package ecommerce.defaults.observability;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;

/** Configures what leaves a service as a span. {@code service-defaults.yml} configures the same for logs. */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
class ObservabilityAutoConfiguration {

    @Bean
    RouteUrls routeUrls() {
        return new RouteUrls();
    }

    @Bean
    SpanExporters redactedSpanExporters(ObjectProvider<SpanExporter> exporters) {
        return SpanExporters.of(
                exporters.orderedStream().map(RedactedSpanExporter::new).toList());
    }
}
