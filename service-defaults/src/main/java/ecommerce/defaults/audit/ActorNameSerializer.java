package ecommerce.defaults.audit;

import ecommerce.defaults.security.Caller;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Writes a name as the caller of the current request may see it. Without a caller, it writes no name. */
final class ActorNameSerializer extends StdScalarSerializer<String> {

    private static final String SHOP = "shop";

    ActorNameSerializer() {
        super(String.class);
    }

    @Override
    public void serialize(String name, JsonGenerator json, SerializationContext context) {
        json.writeString(mayRead(name) ? name : SHOP);
    }

    private static boolean mayRead(String name) {
        return Caller.current()
                .filter(caller -> caller.isAdmin() || caller.username().equals(name))
                .isPresent();
    }
}
