package ecommerce.proxyclient.desk.returnrequests;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list of return requests shows. The address of the page has all of it. order-service checks the values.
 *
 * @param amendmentStatus those that await a decision if absent
 * @param sort the oldest first if absent
 * @param page the number of the page, from 0
 */
public record ReturnRequestSearch(
        @Nullable String amendmentStatus,
        @Nullable String sort,
        @Nullable String page) {

    public static final List<String> STATUSES =
            List.of("REQUESTED", "ACCEPTED", "WAITING", "RUNNING", "DONE", "REFUSED");

    public static final List<String> SORTS = List.of("requestedAt,asc", "requestedAt,desc");

    static final String PATH = "/app/desk/return-requests";

    public String statusOrDefault() {
        return StringUtils.hasText(amendmentStatus) ? amendmentStatus : STATUSES.getFirst();
    }

    public String sortOrDefault() {
        return StringUtils.hasText(sort) ? sort : SORTS.getFirst();
    }

    String pageOrDefault() {
        return StringUtils.hasText(page) ? page : "0";
    }

    /** Returns the address of a page of the same list. */
    public String at(int number) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("amendmentStatus", "{status}")
                .queryParam("sort", "{sort}")
                .queryParam("page", "{page}")
                .encode()
                .buildAndExpand(statusOrDefault(), sortOrDefault(), number)
                .toUriString();
    }
}
