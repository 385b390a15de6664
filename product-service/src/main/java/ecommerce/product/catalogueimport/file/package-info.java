/**
 * Reads a catalogue file: finds out its charset, separator and columns, and makes lines of its records. A file that
 * can't be read is refused as a whole with what was found in it and what to do; a bad record is refused alone.
 */
@NullMarked
package ecommerce.product.catalogueimport.file;

import org.jspecify.annotations.NullMarked;
