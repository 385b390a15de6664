/** What staff receive, correct and write off, one difference at a time. Nothing takes more than nobody has reserved. */
@NullMarked
package ecommerce.product.stock.movement;

import org.jspecify.annotations.NullMarked;
