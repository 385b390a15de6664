/**
 * Stores the lines of a catalogue file, batch by batch. Memory use doesn't depend on the size of the file, and a refused
 * line doesn't affect other lines. Values that the file doesn't give stay unchanged. Stock changes by difference unless
 * the caller asks to replace it.
 */
@NullMarked
package ecommerce.product.catalogueimport.batch;

import org.jspecify.annotations.NullMarked;
