package ecommerce.defaults.database;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The environment variables of a job. Their names are those of the services. */
record JobEnvironment(Map<String, String> variables) {

    private static final String OWNER_PASSWORD = "_DB_OWNER_PASSWORD";
    private static final int PASSWORD_LENGTH = 12;

    /** Returns the value of a variable. Throws {@link IllegalStateException} if it is missing or blank. */
    String require(String name) {
        var value = variables.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalStateException("The environment variable %s is not set.".formatted(name));
        }
        return value;
    }

    private String requirePassword(String name) {
        var password = require(name);
        if (password.length() < PASSWORD_LENGTH) {
            throw new IllegalStateException(
                    "The environment variable %s holds a weak secret: it has fewer than %d characters."
                            .formatted(name, PASSWORD_LENGTH));
        }
        return password;
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
                        requirePassword(prefix + "_DB_PASSWORD"),
                        requirePassword(prefix + OWNER_PASSWORD)))
                .toList();
        if (logins.isEmpty()) {
            throw new IllegalStateException(
                    "No variable such as ORDER_SERVICE_DB_OWNER_PASSWORD is set, so there are no logins to make.");
        }
        return logins;
    }
}
