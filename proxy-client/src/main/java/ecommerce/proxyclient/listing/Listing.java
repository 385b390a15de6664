package ecommerce.proxyclient.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A page of a service's list. */
public record Listing<T>(List<T> collection, PageInfo page) {

    /** The largest page that a service returns. */
    public static final int LARGEST = 100;

    /**
     * The position in the whole list.
     *
     * @param number from 0
     * @param totalIsEstimate true if the totals are estimates; absent otherwise
     */
    public record PageInfo(
            int number,
            int size,
            long totalElements,
            int totalPages,
            @Nullable Boolean totalIsEstimate) {

        public boolean hasPrevious() {
            return number > 0;
        }

        public boolean hasNext() {
            return number + 1 < totalPages;
        }

        public boolean isEstimate() {
            return Boolean.TRUE.equals(totalIsEstimate);
        }
    }

    /** Reads all pages of a list. */
    public static <T> List<T> all(IntFunction<Listing<T>> pages) {
        var entries = new ArrayList<T>();
        var number = 0;
        Listing<T> page;
        do {
            page = pages.apply(number++);
            entries.addAll(page.collection());
        } while (page.page().hasNext());
        return entries;
    }
}
