package ecommerce.defaults.web;

import ecommerce.defaults.problem.Problem;
import java.util.Map;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/**
 * The names by which a list can be sorted, each with its entity attribute. The id is always the last sort key, so that
 * entries with equal values keep their order from page to page.
 */
public record SortFields(String idAttribute, Map<String, String> attributes) {

    /** Returns the page request with entity attributes. Throws 400 for an unknown name. */
    public Pageable apply(Pageable pageable) {
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
