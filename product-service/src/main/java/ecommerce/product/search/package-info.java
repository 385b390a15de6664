/**
 * Product search: turns what a customer types into the rows that match it, and suggests products while they type. A word is
 * found by each of its beginnings, with or without accents. Parts of words, word stems and misspelt words are looked up only
 * if the words themselves are not found.
 */
@NullMarked
package ecommerce.product.search;

import org.jspecify.annotations.NullMarked;
