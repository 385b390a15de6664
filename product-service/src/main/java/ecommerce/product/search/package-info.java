/**
 * Searches products. A word is found by any of its beginnings, with or without accents. Parts of words, word stems and
 * misspelt words are searched only if the words themselves aren't found. Suggests products while a customer types.
 */
@NullMarked
package ecommerce.product.search;

import org.jspecify.annotations.NullMarked;
