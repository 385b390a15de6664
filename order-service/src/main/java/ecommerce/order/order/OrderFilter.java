package ecommerce.order.order;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.order.line.OrderLine;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Predicate;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.PredicateSpecification;
import org.springframework.data.jpa.repository.query.EscapeCharacter;

/**
 * Filters a list of orders. A null or empty member matches all orders.
 *
 * @param userId a user's id, or {@code me}
 * @param from the earliest order date
 * @param to the order date before which the orders were placed
 */
public record OrderFilter(
        @Parameter(description = Caller.USER_ID_PARAMETER) @Nullable
        String userId,

        @Parameter(description = "NEEDS_ATTENTION selects the flagged orders, whatever their status") @Nullable
        OrderStatus orderStatus,

        @Nullable Instant from,
        @Nullable Instant to,

        @Parameter(description = "A product that the order contains") @Positive @Nullable
        Long productId,

        @Parameter(description = "The beginning of the recipient's email address, in any case")
        @Size(max = 254)
        @Nullable
        String email,

        @Parameter(description = "The beginning of the recipient's name or of a word in it, in any case")
        @Size(max = 200)
        @Nullable
        String recipient) {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** A condition on orders. The value is never null. */
    private interface Condition<T> {
        Predicate of(From<?, Order> order, CriteriaBuilder criteria, T value);
    }

    /**
     * Returns the orders of the filter that the caller may see: a customer the own orders, staff those of all. Throws
     * 400 if the user's id is neither a number nor {@code me}, or if a year isn't between 1 and 9999, because the
     * database doesn't support all times outside this range.
     */
    PredicateSpecification<Order> visibleTo(Caller caller) {
        requireUsual("from", from);
        requireUsual("to", to);
        var requested = caller.resolveUserId(userId);
        var owner = caller.isAdmin() ? requested : Long.valueOf(caller.userId());
        return PredicateSpecification.allOf(
                where(owner, (order, criteria, id) -> criteria.equal(order.get("userId"), id)),
                where(orderStatus, OrderFilter::hasStatus),
                where(from, (order, criteria, time) -> criteria.greaterThanOrEqualTo(order.get("orderDate"), time)),
                where(to, (order, criteria, time) -> criteria.lessThan(order.get("orderDate"), time)),
                where(
                        productId,
                        (order, criteria, id) -> criteria.equal(
                                order.<Order, Long, OrderLine>joinMap("lines").key(), id)),
                where(textOf(email), (order, criteria, text) -> begins(criteria, recipient(order, "email"), text)),
                where(textOf(recipient), OrderFilter::isFor));
    }

    private static <T> PredicateSpecification<Order> where(@Nullable T value, Condition<T> condition) {
        return value == null
                ? PredicateSpecification.unrestricted()
                : (order, criteria) -> condition.of(order, criteria, value);
    }

    static Predicate hasStatus(From<?, Order> order, CriteriaBuilder criteria, OrderStatus status) {
        var lifecycle = order.get("lifecycle");
        return status == OrderStatus.NEEDS_ATTENTION
                ? lifecycle.get("attention").get("since").isNotNull()
                : criteria.equal(lifecycle.get("status"), status);
    }

    /** Compares the beginnings of words, because the index finds other parts of words only from three letters on. */
    private static Predicate isFor(From<?, Order> order, CriteriaBuilder criteria, String text) {
        var name = recipient(order, "name");
        return criteria.or(begins(criteria, name, text), matches(criteria, name, "% ", text));
    }

    private static Expression<String> recipient(From<?, Order> order, String attribute) {
        return order.get("recipient").get(attribute);
    }

    private static Predicate begins(CriteriaBuilder criteria, Expression<String> stored, String text) {
        return matches(criteria, stored, "", text);
    }

    /** @param before the pattern of what precedes the text */
    private static Predicate matches(CriteriaBuilder criteria, Expression<String> stored, String before, String text) {
        var escape = EscapeCharacter.DEFAULT;
        var pattern = before + escape.escape(text) + "%";
        return criteria.like(criteria.lower(stored), pattern, escape.getEscapeCharacter());
    }

    /** Returns the text in lower case, or null if there is none. */
    private static @Nullable String textOf(@Nullable String parameter) {
        return parameter == null || parameter.isBlank()
                ? null
                : parameter.strip().toLowerCase(Locale.ROOT);
    }

    private static void requireUsual(String name, @Nullable Instant time) {
        if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
            throw Problem.invalid(name, "must be from %s to %s".formatted(EARLIEST, LATEST));
        }
    }
}
