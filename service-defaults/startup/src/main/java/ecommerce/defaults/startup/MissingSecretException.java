package ecommerce.defaults.startup;

import java.util.List;

/** Thrown if secrets that the service needs have no value. */
class MissingSecretException extends RuntimeException {

    private final List<String> names;

    MissingSecretException(List<String> names) {
        super("Missing secrets: " + names);
        this.names = List.copyOf(names);
    }

    List<String> names() {
        return names;
    }
}
