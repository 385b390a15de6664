/**
 * Imports large files as durable jobs. A job's file is stored before the job is accepted. Jobs run one at a time, in the
 * order in which they were accepted. A job survives restarts, is done once and can be cancelled.
 */
@NullMarked
package ecommerce.product.catalogueimport.job;

import org.jspecify.annotations.NullMarked;
