/** Records the pieces that staff count on the shelf. A count corrects the recorded stock by the difference. */
@NullMarked
package ecommerce.product.stock.count;

import org.jspecify.annotations.NullMarked;
