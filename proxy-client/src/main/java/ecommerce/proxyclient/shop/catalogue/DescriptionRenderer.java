package ecommerce.proxyclient.shop.catalogue;

import ecommerce.proxyclient.page.PageProperties;
import java.util.List;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Renders descriptions of products, which are Markdown (CommonMark). Staff and imported files write them, so their HTML is
 * shown as text, and links lead only to web and mail addresses.
 */
@Component
public class DescriptionRenderer {

    /** product-service stores no longer description. */
    private static final int LONGEST = 10_000;

    /** The deepest nesting. Renderers are recursive, so a deeper text could overflow the stack. */
    private static final int DEEPEST = 100;

    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer html = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
            .build();
    private final TextContentRenderer text = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.STRIP)
            .build();
    private final PageProperties page;

    DescriptionRenderer(PageProperties page) {
        this.page = page;
    }

    /** Renders a description; null if the product has none. A longer one is cut. */
    public ProductDescription render(@Nullable String markdown) {
        if (markdown == null) {
            return ProductDescription.NONE;
        }
        var source = markdown.length() <= LONGEST ? markdown : markdown.substring(0, LONGEST);
        var description = parser.parse(source);
        if (isTooDeep(description)) {
            description = plain(source);
        }
        description.accept(new DescriptionRules(page));
        return new ProductDescription(html.render(description), text.render(description));
    }

    private static Node plain(String source) {
        var paragraph = new Paragraph();
        paragraph.appendChild(new Text(source));
        var description = new Document();
        description.appendChild(paragraph);
        return description;
    }

    private static boolean isTooDeep(Node root) {
        var depth = 0;
        for (Node node = root; node != null; ) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
            } else {
                while (node != null && node.getNext() == null) {
                    node = node.getParent();
                    depth--;
                }
                node = node == null ? null : node.getNext();
            }
            if (depth > DEEPEST) {
                return true;
            }
        }
        return false;
    }
}
