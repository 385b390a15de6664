/** Exports the catalogue as a file that the import reads as it is. */
@NullMarked
package ecommerce.product.catalogueexport;

import org.jspecify.annotations.NullMarked;
