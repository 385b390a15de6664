/**
 * Manages the category tree. The tree can have any depth and has no cycles. A title is unique among the children of a
 * category.
 */
@NullMarked
package ecommerce.product.category;

import org.jspecify.annotations.NullMarked;
