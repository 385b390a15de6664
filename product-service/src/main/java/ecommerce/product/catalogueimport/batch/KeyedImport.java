package ecommerce.product.catalogueimport.batch;

import org.jspecify.annotations.Nullable;

/**
 * The progress of the import with an {@code Idempotency-Key}.
 *
 * @param records the number of records, from the beginning of the file, that are stored or refused
 * @param fingerprint the fingerprint of the file up to there
 * @param report the report on these records; the final one if the import is finished
 */
record KeyedImport(
        long userId,
        String key,
        long records,
        byte @Nullable [] fingerprint,
        @Nullable String report,
        boolean finished) {}
