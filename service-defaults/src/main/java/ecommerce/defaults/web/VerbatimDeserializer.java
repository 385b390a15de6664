package ecommerce.defaults.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;

/** Reads JSON strings unchanged. NUL characters are rejected, because PostgreSQL can't store them. */
final class VerbatimDeserializer extends StdScalarDeserializer<String> {

    VerbatimDeserializer() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        return read(parser, context);
    }

    static String read(JsonParser parser, DeserializationContext context) {
        var text = StringDeserializer.instance.deserialize(parser, context);
        if (text.indexOf('\0') >= 0) {
            throw InvalidFormatException.from(parser, "NUL characters can't be stored", text, String.class);
        }
        return text;
    }
}
