package ecommerce.system.benchmark.catalogue;

/**
 * A list or search of the measured catalogue.
 *
 * @param what what it lists, for the table
 * @param path the path and query of its first page
 */
record CatalogueList(String what, String path) {

    /** Returns the path of a page. The first has number 0. */
    String page(long number) {
        return path + "&page=" + number;
    }
}
