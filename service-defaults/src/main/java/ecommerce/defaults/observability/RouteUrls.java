package ecommerce.defaults.observability;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import java.util.Objects;

/**
 * Replaces the URL in the spans of requests by the route template, which Spring records as {@code uri}: {@code none} if
 * a client didn't use a template, {@code UNKNOWN} if a server found no route.
 */
final class RouteUrls implements ObservationFilter {

    private static final String URL = "http.url";
    private static final String TEMPLATE = "uri";

    @Override
    public Observation.Context map(Observation.Context context) {
        if (context.getHighCardinalityKeyValue(URL) == null) {
            return context;
        }
        var template = Objects.requireNonNullElse(
                context.getLowCardinalityKeyValue(TEMPLATE), KeyValue.of(TEMPLATE, KeyValue.NONE_VALUE));
        return context.addHighCardinalityKeyValue(KeyValue.of(URL, template.getValue()));
    }
}
