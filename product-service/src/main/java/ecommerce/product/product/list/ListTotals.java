package ecommerce.product.product.list;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Counts the products of a list: exactly up to a limit, and beyond that as the planner estimates. */
@Component
class ListTotals {

    /** Up to how many products of a list without a search are counted. */
    static final int COUNTED = 10_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ListTotals(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
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
        var counted = count(conditions, limit + 1);
        return counted <= limit ? new Total(counted, false) : beyond(conditions, limit);
    }

    /** Returns the total of a list that is known to have more products than the limit. */
    Total beyond(ListConditions conditions, int limit) {
        return new Total(Math.max(limit + 1L, estimate(conditions)), true);
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
