package ecommerce.defaults.observability;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;

/** A span whose texts are redacted. The events of a failure contain its message and stack trace. */
final class RedactedSpan extends DelegatingSpanData {

    RedactedSpan(SpanData span) {
        super(span);
    }

    @Override
    public String getName() {
        return Redaction.of(super.getName());
    }

    @Override
    public Attributes getAttributes() {
        return redacted(super.getAttributes());
    }

    @Override
    public List<EventData> getEvents() {
        return super.getEvents().stream().map(RedactedSpan::redacted).toList();
    }

    @Override
    public StatusData getStatus() {
        var status = super.getStatus();
        return StatusData.create(status.getStatusCode(), Redaction.of(status.getDescription()));
    }

    private static EventData redacted(EventData event) {
        return EventData.create(
                event.getEpochNanos(),
                Redaction.of(event.getName()),
                redacted(event.getAttributes()),
                event.getTotalAttributeCount());
    }

    private static Attributes redacted(Attributes attributes) {
        var builder = attributes.toBuilder();
        attributes.forEach((key, value) -> {
            if (value instanceof String text) {
                builder.put(AttributeKey.stringKey(key.getKey()), Redaction.of(text));
            }
        });
        return builder.build();
    }
}
