/** A whole catalogue from CSV: any size in little memory, and one bad line spoils no other. */
@NullMarked
package ecommerce.product.catalogueimport;

import org.jspecify.annotations.NullMarked;
