package ecommerce.defaults.database;

import ecommerce.defaults.startup.SecretStrength;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The environment variables of a job. Their names are those of the services. */
record JobEnvironment(Map<String, String> variables) {

    private static final String OWNER_PASSWORD = "_DB_OWNER_PASSWORD";

    /** Returns the value of a variable. Throws {@link IllegalStateException} if it is missing or blank. */
    String require(String name) {
        var value = variables.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalStateException("The environment variable %s is not set.".formatted(name));
        }
        return value;
    }

    /** Returns the value of a secret. Throws {@link IllegalStateException} if it is missing, or somebody could guess it. */
    String requireSecret(String name) {
        var secret = require(name);
        SecretStrength.weakness(name, secret).ifPresent(weakness -> {
            throw new IllegalStateException(
                    "The environment variable %s holds a weak secret: it %s. \"Weak secrets\" in docs/containers.md says how to replace it."
                            .formatted(name, weakness));
        });
        return secret;
    }

    /**
     * Returns the database's URL. If {@code DB_CA_CERTIFICATE} is set, the connection uses TLS and verifies the server.
     */
    String url() {
        // The values of rejected rows stay out of the log.
        var url = "jdbc:postgresql://%s/%s?logServerErrorDetail=false"
                .formatted(require("DB_ENDPOINT"), variables.getOrDefault("DB_NAME", "ecommerce"));
        return variables.containsKey("DB_CA_CERTIFICATE")
                ? url + "&sslmode=verify-full&sslfactory=org.postgresql.ssl.SingleCertValidatingFactory"
                        + "&sslfactoryarg=env:DB_CA_CERTIFICATE"
                : url;
    }

    /** Returns the logins of each service that has a variable {@code …_DB_OWNER_PASSWORD}. */
    List<SchemaLogins> logins() {
        var logins = variables.keySet().stream()
                .filter(name -> name.endsWith(OWNER_PASSWORD))
                .sorted()
                .map(name -> name.substring(0, name.length() - OWNER_PASSWORD.length()))
                .map(prefix -> new SchemaLogins(
                        prefix.toLowerCase(Locale.ROOT),
                        requireSecret(prefix + "_DB_PASSWORD"),
                        requireSecret(prefix + OWNER_PASSWORD)))
                .toList();
        if (logins.isEmpty()) {
            throw new IllegalStateException(
                    "No variable such as ORDER_SERVICE_DB_OWNER_PASSWORD is set, so there are no logins to make.");
        }
        return logins;
    }
}
