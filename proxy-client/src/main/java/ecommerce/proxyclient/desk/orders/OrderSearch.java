package ecommerce.proxyclient.desk.orders;

import ecommerce.defaults.problem.Problem;
import ecommerce.proxyclient.listing.PageLink;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.page.Refusal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;

/**
 * What the list of orders shows. The address of the page has all of it. order-service checks the values, apart from the days.
 *
 * @param find the number of an order, or the beginning of a recipient's e-mail address or name
 * @param productId the number of a product; at first, staff may have typed its SKU or words of its title
 * @param from the first day on which the orders were placed, such as {@code 2026-01-31}
 * @param to the last day on which the orders were placed
 * @param page the number of the page, from 0
 */
public record OrderSearch(
        @Nullable String find,
        @Nullable String userId,
        @Nullable String productId,
        @Nullable String orderStatus,
        @Nullable String from,
        @Nullable String to,
        @Nullable String sort,
        @Nullable String page) {

    public static final List<String> STATUSES = List.of(
            "PENDING", "CONFIRMED", "SHIPPED", "DELIVERED", "REJECTED", "CANCELLED", "RETURNED", OrderSearch.FLAGGED);

    public static final List<String> SORTS =
            List.of("orderDate,desc", "orderDate,asc", "orderFee,desc", "orderFee,asc");

    static final String PATH = "/app/desk/orders";

    private static final String FLAGGED = "NEEDS_ATTENTION";
    private static final String NUMBER = "[0-9]{1,18}";

    /** The form's fields whose values the services know by other names. */
    private static final Map<String, String> FIELDS = Map.of("email", "find", "recipient", "find", "q", "productId");

    /** Returns the value of a field for a form; empty if it is absent. */
    public static String value(@Nullable String field) {
        return field == null ? "" : field;
    }

    /** Returns whether only flagged orders are listed. */
    public boolean isFlagged() {
        return FLAGGED.equals(orderStatus);
    }

    /** Returns the number of the order that is looked for; null if something else is. */
    @Nullable
    String orderNumber() {
        var text = value(find).strip();
        return text.matches(NUMBER) ? text : null;
    }

    /** Returns the number of the product, or what was typed for it; empty if the orders of all products are listed. */
    String product() {
        return value(productId).strip();
    }

    /** Returns whether the product has a number already, or needs none. */
    boolean isProductKnown() {
        return product().isEmpty() || product().matches(NUMBER);
    }

    /** Returns the same search for the orders of a product. */
    public OrderSearch ofProduct(long number) {
        return new OrderSearch(find, userId, Long.toString(number), orderStatus, from, to, sort, null);
    }

    /** Returns the names of the fields for days whose values aren't days. */
    List<String> wrongDays() {
        return Stream.of("from", "to")
                .filter(field -> isWrong(field.equals("from") ? from : to))
                .toList();
    }

    private static boolean isWrong(@Nullable String day) {
        try {
            return StringUtils.hasText(day) && LocalDate.parse(day.strip()).getYear() > 9998;
        } catch (DateTimeParseException noDay) {
            return true;
        }
    }

    /** Returns the errors of a service, by the names of the form's fields. */
    static FormErrors errors(Refusal refusal) {
        var fields = new LinkedHashMap<String, String>();
        refusal.errors().forEach((field, message) -> fields.put(FIELDS.getOrDefault(field, field), message));
        return new FormErrors(fields, refusal.text());
    }

    /** Returns the request for the list. The days are those of the time zone. */
    MultiValueMap<String, String> request(ZoneId zone) {
        var request = flagged(zone);
        put(request, "orderStatus", orderStatus);
        put(request, "sort", StringUtils.hasText(sort) ? sort : SORTS.getFirst());
        put(request, "page", page);
        return request;
    }

    /** Returns the filter for a request that concerns only the flagged orders of the list. Throws 400 for a wrong day. */
    MultiValueMap<String, String> flagged(ZoneId zone) {
        wrongDays().stream().findFirst().ifPresent(field -> {
            throw Problem.invalid(field, "must be a day such as 2026-01-31");
        });
        var request = new LinkedMultiValueMap<String, String>();
        put(request, value(find).contains("@") ? "email" : "recipient", find);
        put(request, "userId", userId);
        put(request, "productId", productId);
        if (StringUtils.hasText(from)) {
            put(request, "from", start(LocalDate.parse(from.strip()), zone));
        }
        if (StringUtils.hasText(to)) {
            put(request, "to", start(LocalDate.parse(to.strip()).plusDays(1), zone));
        }
        return request;
    }

    private static String start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().toString();
    }

    /** Returns the address of a page of the same list. */
    public String at(int number) {
        return PageLink.of(PATH, fields(), number);
    }

    /** Returns the address of the page that retries the flagged orders of the list. */
    public String retryAddress() {
        return PageLink.of(FlaggedOrdersController.PATH, fields(), 0);
    }

    /** Returns the fields of the filter and the sort, by name. */
    public LinkedHashMap<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("find", value(find));
        fields.put("userId", value(userId));
        fields.put("productId", value(productId));
        fields.put("orderStatus", value(orderStatus));
        fields.put("from", value(from));
        fields.put("to", value(to));
        fields.put("sort", value(sort));
        return fields;
    }

    private static void put(MultiValueMap<String, String> parameters, String name, @Nullable String value) {
        if (StringUtils.hasText(value)) {
            parameters.set(name, value.strip());
        }
    }
}
