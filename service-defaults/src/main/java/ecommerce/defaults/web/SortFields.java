package ecommerce.defaults.web;

import ecommerce.defaults.problem.Problem;
import java.util.Map;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/**
 * The wire names that a list may be sorted by, each with the entity attribute behind it. The id always sorts last, so
 * that equal values keep their places from page to page.
 */
public record SortFields(String idAttribute, Map<String, String> attributes) {

    /** The same request in terms of attributes; 400 for a name that isn't offered, and for pages beyond all counting. */
    public Pageable apply(Pageable pageable) {
        if (pageable.getOffset() > Integer.MAX_VALUE) {
            throw Problem.invalid("page", "is beyond what can be counted");
        }
        var sort = Sort.by(pageable.getSort().stream().map(this::toAttribute).toList());
        if (sort.getOrderFor(idAttribute) == null) {
            sort = sort.and(Sort.by(idAttribute));
        }
        return PageRequest.of(pageable.getPageNumber(), pageable.getPageSize(), sort);
    }

    private Sort.Order toAttribute(Sort.Order order) {
        var attribute = attributes.get(order.getProperty());
        if (attribute == null) {
            var offered = attributes.keySet().stream().sorted().toList();
            throw Problem.invalid(
                    "sort", "Unknown sort field '%s'; use one of %s".formatted(order.getProperty(), offered));
        }
        return order.withProperty(attribute);
    }
}
