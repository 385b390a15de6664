/**
 * Imports a catalogue from CSV: any size in little memory, and one bad line spoils no other. What a file doesn't say
 * stays as it is, and stock changes by difference unless the caller asks to replace it.
 */
@NullMarked
package ecommerce.product.catalogueimport;

import org.jspecify.annotations.NullMarked;
