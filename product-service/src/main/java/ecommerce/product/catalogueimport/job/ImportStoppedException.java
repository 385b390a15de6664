package ecommerce.product.catalogueimport.job;

/** Thrown to roll back the current batch of a job that must not continue on this replica. */
class ImportStoppedException extends RuntimeException {

    ImportStoppedException(String message) {
        super(message);
    }
}
