package ecommerce.defaults.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Says what a value must look like that can't be read as its type. Clients don't know the types of Java. */
final class ExpectedForm {

    private static final String UNKNOWN = "has the wrong type or format";

    private static final Map<Class<?>, String> FORMS = Map.ofEntries(
            Map.entry(Long.class, "must be a whole number"),
            Map.entry(Integer.class, "must be a whole number from -2147483648 to 2147483647"),
            Map.entry(Short.class, "must be a whole number from -32768 to 32767"),
            Map.entry(BigInteger.class, "must be a whole number"),
            Map.entry(BigDecimal.class, "must be a decimal number, such as 19.90"),
            Map.entry(Boolean.class, "must be true or false"),
            Map.entry(Instant.class, "must be a time like 2026-11-01T00:00:00Z"),
            Map.entry(LocalDate.class, "must be a date like 2026-11-01"),
            Map.entry(UUID.class, "must be a UUID like 1b4e28ba-2fa1-41d2-883f-0016d3cca427"),
            Map.entry(String.class, "must be a text"));

    private ExpectedForm() {}

    /** @param type the type as which the value can't be read; null if it isn't known */
    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return UNKNOWN;
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> name((Enum<?>) constant))
                            .collect(Collectors.joining(", "));
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "must be a list";
        }
        return FORMS.getOrDefault(
                ClassUtils.resolvePrimitiveIfNecessary(type), type.isRecord() ? "must be an object" : UNKNOWN);
    }

    /** Returns the name of a constant in JSON. */
    private static String name(Enum<?> constant) {
        var field = ReflectionUtils.findField(constant.getDeclaringClass(), constant.name());
        var property = field == null ? null : field.getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty() ? constant.name() : property.value();
    }
}
