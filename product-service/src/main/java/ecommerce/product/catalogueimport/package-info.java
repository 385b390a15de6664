/**
 * The API of the catalogue import. A small file is imported within the request. A large file, or one whose client prefers
 * it, becomes a job.
 */
@NullMarked
package ecommerce.product.catalogueimport;

import org.jspecify.annotations.NullMarked;
