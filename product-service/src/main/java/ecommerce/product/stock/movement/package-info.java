/**
 * Manages stock movements: staff enter pieces that they receive, correct or write off as differences. A movement can't
 * remove reserved pieces.
 */
@NullMarked
package ecommerce.product.stock.movement;

import org.jspecify.annotations.NullMarked;
