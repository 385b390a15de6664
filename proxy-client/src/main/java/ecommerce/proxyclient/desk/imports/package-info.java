/** The desk's imports and exports of the catalogue. Files pass through this service without being held in memory. */
@NullMarked
package ecommerce.proxyclient.desk.imports;

import org.jspecify.annotations.NullMarked;
