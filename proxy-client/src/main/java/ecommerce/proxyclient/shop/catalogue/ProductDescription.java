package ecommerce.proxyclient.shop.catalogue;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** A product's description. Templates write it as HTML, which {@link DescriptionRenderer} has made safe. */
public final class ProductDescription implements Content {

    static final ProductDescription NONE = new ProductDescription("", "");

    /** Characters. Search engines show no more. */
    private static final int LONGEST_SUMMARY = 160;

    private final String html;
    private final String text;

    ProductDescription(String html, String text) {
        this.html = html;
        this.text = text;
    }

    public boolean isEmpty() {
        return html.isEmpty();
    }

    /** Returns the description as plain text in one line. */
    String text() {
        return text;
    }

    /** Returns the words at the beginning of the text. */
    public String summary() {
        if (text.length() <= LONGEST_SUMMARY) {
            return text;
        }
        var end = text.lastIndexOf(' ', LONGEST_SUMMARY);
        return text.substring(0, end > 0 ? end : LONGEST_SUMMARY) + "…";
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html);
    }
}
