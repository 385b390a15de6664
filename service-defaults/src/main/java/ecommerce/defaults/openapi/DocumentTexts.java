package ecommerce.defaults.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.web.util.HtmlUtils;

/** Turns the texts that come from Javadoc into Markdown, and lists the tags. */
final class DocumentTexts implements OpenApiCustomizer {

    private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+\\s+([^}]*)}");
    private static final Pattern CODE = Pattern.compile("<code>\\s*(.*?)\\s*</code>", Pattern.DOTALL);
    private static final Pattern PARAGRAPH = Pattern.compile("\\s*<p>\\s*");
    private static final Pattern LINE_BREAK = Pattern.compile("(?<!\n)\\R[ \\t]*(?![\\s])");

    @Override
    public void customise(OpenAPI document) {
        var tags = new TreeSet<Tag>(Comparator.comparing(Tag::getName));
        Operations.of(document).forEach(operation -> {
            tidy(operation);
            if (operation.getTags() != null) {
                operation.getTags().forEach(name -> tags.add(new Tag().name(name)));
            }
        });
        document.setTags(tags.stream().toList());
        if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
            document.getComponents().getSchemas().values().forEach(schema -> tidy(schema));
        }
    }

    private static void tidy(Operation operation) {
        set(operation.getDescription(), operation::setDescription);
        if (operation.getSummary() != null) {
            operation.setSummary(summary(operation.getSummary()));
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> set(parameter.getDescription(), parameter::setDescription));
        }
    }

    private static void tidy(Schema<?> schema) {
        set(schema.getDescription(), schema::setDescription);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(member -> tidy(member));
        }
    }

    private static void set(@Nullable String text, Consumer<String> setter) {
        if (text != null) {
            setter.accept(markdown(text));
        }
    }

    static String markdown(String javadoc) {
        var text = INLINE_TAG.matcher(javadoc.strip()).replaceAll("`$1`");
        text = CODE.matcher(text).replaceAll("`$1`");
        text = PARAGRAPH.matcher(text).replaceAll("\n\n");
        return HtmlUtils.htmlUnescape(LINE_BREAK.matcher(text).replaceAll(" "));
    }

    /** Returns a first sentence as a title, which has no full stop. */
    static String summary(String sentence) {
        var text = markdown(sentence).replaceAll("\\s+", " ").replace("`", "");
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
