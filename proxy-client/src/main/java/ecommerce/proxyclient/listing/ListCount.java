package ecommerce.proxyclient.listing;

import ecommerce.proxyclient.listing.Listing.PageInfo;

/** How many entries a list of a service has. The request asks for a page with one entry, which isn't read. */
public record ListCount(PageInfo page) {

    public long total() {
        return page.totalElements();
    }
}
