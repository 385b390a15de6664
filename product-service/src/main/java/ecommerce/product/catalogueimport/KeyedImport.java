package ecommerce.product.catalogueimport;

import org.jspecify.annotations.Nullable;

/**
 * How far the import under one {@code Idempotency-Key} is.
 *
 * @param records the records, from the beginning of the file, whose lines are stored or refused
 * @param fingerprint of the file up to there
 * @param report on these records; the final one if the import is finished
 */
record KeyedImport(
        long userId,
        String key,
        long records,
        byte @Nullable [] fingerprint,
        @Nullable String report,
        boolean finished) {}
