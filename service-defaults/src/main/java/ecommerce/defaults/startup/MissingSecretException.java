package ecommerce.defaults.startup;

import java.util.List;

/** No value for secrets that the service can't start without. */
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
