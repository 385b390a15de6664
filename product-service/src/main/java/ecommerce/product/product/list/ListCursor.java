package ecommerce.product.product.list;

import java.util.List;

/**
 * The place in a list from which it goes on.
 *
 * @param position the values of the last product that was read, by the keys of the list's order
 * @param read the number of products up to that one, which says the number of the next page
 */
record ListCursor(List<String> position, long read) {}
