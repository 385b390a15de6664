package ecommerce.defaults.web;

import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.Page;

/** A page of a list, the format of all lists of the REST contract. {@code page.number} starts at zero. */
public record PageResponse<T>(List<T> collection, PageInfo page) {

    public record PageInfo(int number, int size, long totalElements, int totalPages) {}

    public static <S, T> PageResponse<T> of(Page<S> page, Function<? super S, ? extends T> toResponse) {
        return new PageResponse<>(
                page.getContent().stream().<T>map(toResponse).toList(),
                new PageInfo(page.getNumber(), page.getSize(), page.getTotalElements(), page.getTotalPages()));
    }
}
