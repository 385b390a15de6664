package ecommerce.proxyclient.shop.catalogue;

import ecommerce.proxyclient.page.PageProperties;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;

/**
 * Fits a description into the page of its product: headings go below those of the page, and an image that the page may not
 * load is replaced by its text.
 */
final class DescriptionRules extends AbstractVisitor {

    /** The levels of headings above a description: the product's title, and the heading of the description. */
    private static final int HEADINGS_ABOVE = 2;

    private static final int LOWEST_HEADING = 6;

    private final PageProperties page;

    DescriptionRules(PageProperties page) {
        this.page = page;
    }

    @Override
    public void visit(Heading heading) {
        heading.setLevel(Math.min(heading.getLevel() + HEADINGS_ABOVE, LOWEST_HEADING));
        visitChildren(heading);
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
        if (!page.loadsImage(image.getDestination())) {
            while (image.getFirstChild() != null) {
                image.insertBefore(image.getFirstChild());
            }
            image.unlink();
        }
    }
}
