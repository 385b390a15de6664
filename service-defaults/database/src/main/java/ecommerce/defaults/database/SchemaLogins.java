package ecommerce.defaults.database;

/**
 * The passwords of a schema's two logins.
 *
 * @param schema the schema, and the name of the login that the service uses
 * @param password the password of the service's login
 * @param ownerPassword the password of the owner's login, which only migrations use
 */
public record SchemaLogins(String schema, String password, String ownerPassword) {

    /** Returns the name of the login that owns a schema. */
    public static String owner(String schema) {
        return schema + "_owner";
    }

    /** Returns the schema without the passwords. */
    @Override
    public String toString() {
        return schema;
    }
}
