/** What staff count on the shelf. A count corrects the stock by the difference to the books. */
@NullMarked
package ecommerce.product.stock.count;

import org.jspecify.annotations.NullMarked;
