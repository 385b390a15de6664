package ecommerce.defaults.schema;

import java.util.List;

/** Thrown if a schema doesn't have all migrations of the service. */
class OutdatedSchemaException extends RuntimeException {

    private final String schema;
    private final List<String> missing;

    OutdatedSchemaException(String schema, List<String> missing) {
        super("The schema %s lacks the migrations %s".formatted(schema, missing));
        this.schema = schema;
        this.missing = List.copyOf(missing);
    }

    String schema() {
        return schema;
    }

    List<String> missing() {
        return missing;
    }
}
