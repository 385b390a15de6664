package ecommerce.defaults.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads JSON strings and strips leading and trailing whitespace, which people type or paste by accident. Strings with a
 * NUL character are rejected. {@link Verbatim} keeps whitespace, for example in passwords.
 */
final class TextDeserializer extends StdScalarDeserializer<String> {

    TextDeserializer() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        return VerbatimDeserializer.read(parser, context).strip();
    }
}
