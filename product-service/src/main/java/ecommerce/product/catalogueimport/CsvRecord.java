package ecommerce.product.catalogueimport;

/**
 * One record as it stands in the file.
 *
 * @param line the number of its first line, from 1
 * @param text the record, which may run over several lines
 * @param flaw why it can't be one, or empty
 */
record CsvRecord(long line, String text, String flaw) {}
