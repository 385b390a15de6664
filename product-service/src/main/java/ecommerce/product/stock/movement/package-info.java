/**
 * Stock movements: what staff receive, correct and write off, as differences. A movement can't take reserved pieces.
 */
@NullMarked
package ecommerce.product.stock.movement;

import org.jspecify.annotations.NullMarked;
