package ecommerce.defaults.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads strings of JSON without the blanks around them, which people type or paste by accident. Strings with a NUL character
 * are refused. {@link Verbatim} keeps the blanks, as a password needs them.
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
