package ecommerce.system.application;

import ecommerce.defaults.database.SchemaLogins;

/**
 * The passwords of the local database. They aren't secrets: the profile {@code local} contains those of the services
 * too.
 */
public final class LocalLogins {

    public static final String ADMINISTRATOR = "dbadmin";
    public static final String PASSWORD = "local";

    private LocalLogins() {}

    /** Returns the logins of a schema. */
    public static SchemaLogins of(String schema) {
        return new SchemaLogins(schema, "local-" + schema, "local-" + SchemaLogins.owner(schema));
    }
}
