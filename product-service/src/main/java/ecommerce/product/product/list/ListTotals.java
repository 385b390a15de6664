package ecommerce.product.product.list;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts the products of a list: exactly up to a limit, and beyond that as the planner estimates. The estimate of a much larger
 * list is kept for a minute. To find out again that there are more than the limit would take most of the time of a search
 * for a frequent word.
 */
@Component
class ListTotals {

    /** Up to how many products of a list without a search are counted. */
    static final int COUNTED = 10_000;

    /** How many times the limit an estimate must be to be kept. Such a list seldom shrinks to the limit within a minute. */
    private static final int MUCH_LARGER = 2;

    /** The weight of all kept lists, which take a few megabytes then. */
    private static final int KEPT = 50_000;

    private final Cache<Counted, Total> muchLarger = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((Counted list, Total _) -> list.weight())
            .expireAfterWrite(1, TimeUnit.MINUTES)
            .build();
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ListTotals(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A list and its limit. The parameters don't include those of the categories. */
    private record Counted(String rows, List<Long> categories, Map<String, Object> parameters, int limit) {

        static Counted of(ListConditions conditions, int limit) {
            return new Counted(conditions.rows(), conditions.categories(), conditions.ownParameters(), limit);
        }

        int weight() {
            return 50 + categories.size();
        }
    }

    /**
     * The number of products of a list.
     *
     * @param isEstimate whether there are more than were counted, and how many more is an estimate
     */
    record Total(long products, boolean isEstimate) {

        /**
         * Returns the total that fits to what was read of the list.
         *
         * @param read the number of products up to the end of the page
         * @param hasMore whether there are more products after the page
         */
        Total with(long read, boolean hasMore) {
            if (!isEstimate) {
                return this;
            }
            return hasMore ? new Total(Math.max(products, read + 1), true) : new Total(read, false);
        }
    }

    /** @param limit up to how many products are counted */
    Total of(ListConditions conditions, int limit) {
        var kept = muchLarger.getIfPresent(Counted.of(conditions, limit));
        if (kept != null) {
            return kept;
        }
        var counted = count(conditions, limit + 1);
        return counted <= limit ? new Total(counted, false) : beyond(conditions, limit);
    }

    /** Counts a list anew that has shrunk: its total was an estimate, but there is no product on the page. */
    Total again(ListConditions conditions, int limit) {
        muchLarger.invalidate(Counted.of(conditions, limit));
        return of(conditions, limit);
    }

    /** Returns the total of a list that is known to have more products than the limit. */
    Total beyond(ListConditions conditions, int limit) {
        var list = Counted.of(conditions, limit);
        var kept = muchLarger.getIfPresent(list);
        if (kept != null) {
            return kept;
        }
        var estimate = estimate(conditions);
        var total = new Total(Math.max(limit + 1L, estimate), true);
        if (estimate >= (long) MUCH_LARGER * limit) {
            muchLarger.put(list, total);
        }
        return total;
    }

    /**
     * Returns whether the list has a product. It counts some, because for a single one PostgreSQL may read all products
     * until one of them matches.
     *
     * @param limit up to how many products are counted
     */
    boolean hasAny(ListConditions conditions, int limit) {
        return count(conditions, limit) > 0;
    }

    private long count(ListConditions conditions, int limit) {
        return jdbc.sql("SELECT count(*) FROM (SELECT 1 %s LIMIT %d) AS counted".formatted(conditions.rows(), limit))
                .params(conditions.parameters())
                .query(Long.class)
                .single();
    }

    private long estimate(ListConditions conditions) {
        var plan = jdbc.sql("EXPLAIN (FORMAT JSON) SELECT 1" + conditions.rows())
                .params(conditions.parameters())
                .query(String.class)
                .single();
        return json.readTree(plan).path(0).path("Plan").path("Plan Rows").asLong();
    }
}
