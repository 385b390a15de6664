/**
 * Reads catalogue files: detects charset, separator and columns, and converts records to lines. An unreadable file is
 * refused as a whole, saying what was found and what to do. An invalid record is refused alone.
 */
@NullMarked
package ecommerce.product.catalogueimport.file;

import org.jspecify.annotations.NullMarked;
