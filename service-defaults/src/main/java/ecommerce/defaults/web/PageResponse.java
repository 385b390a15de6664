package ecommerce.defaults.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;

/** A page of a list, the format of all lists of the REST contract. {@code page.number} starts at zero. */
public record PageResponse<T>(List<T> collection, PageInfo page) {

    /**
     * Describes a page.
     *
     * @param totalElements the number of entries of the list
     * @param totalIsEstimate true if totalElements and totalPages are estimates, otherwise absent
     * @param next the value of the parameter {@code after} for the next page, if the list has cursors and a next page
     */
    public record PageInfo(
            int number,
            int size,
            long totalElements,
            int totalPages,
            @Nullable Boolean totalIsEstimate,
            @Nullable String next) {}

    public static <S, T> PageResponse<T> of(Page<S> page, Function<? super S, ? extends T> toResponse) {
        return new PageResponse<>(
                page.getContent().stream().<T>map(toResponse).toList(),
                new PageInfo(
                        page.getNumber(), page.getSize(), page.getTotalElements(), page.getTotalPages(), null, null));
    }

    /**
     * Returns a page of a list that may be too long to be counted.
     *
     * @param offset the number of entries before the page
     * @param next the cursor of the next page, or null if there is none
     */
    public static <T> PageResponse<T> of(
            List<T> collection, long offset, int size, long total, boolean totalIsEstimate, @Nullable String next) {
        return new PageResponse<>(
                collection,
                new PageInfo(
                        (int) (offset / size),
                        size,
                        total,
                        Math.toIntExact(Math.ceilDiv(total, (long) size)),
                        totalIsEstimate ? true : null,
                        next));
    }
}
