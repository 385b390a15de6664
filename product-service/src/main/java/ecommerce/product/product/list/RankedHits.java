package ecommerce.product.product.list;

import ecommerce.product.product.ProductResponse;
import ecommerce.product.search.SearchMatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Lists the hits of a search, the best first. Ranking reads the words of each product, so only some hits are ranked:
 * those whose SKU or title begins with the text, and the first thousand that the database finds. The other hits follow
 * unranked.
 */
@Component
class RankedHits {

    private static final int FOUND = 1_000;
    private static final int BEGINNING = 100;
    private static final int MOST_RANKED = FOUND + 2 * BEGINNING;
    private static final String CANDIDATES = """
            candidate AS MATERIALIZED (
                (SELECT p.product_id %1$s AND p.search_sku LIKE :sku || '%%' ORDER BY p.search_sku USING ~<~ LIMIT %2$d)
                UNION
                (SELECT p.product_id %1$s AND p.search_title LIKE :title || '%%'
                  ORDER BY p.search_title USING ~<~ LIMIT %2$d)
                UNION
                (SELECT p.product_id %1$s LIMIT %3$d)),
            """;
    private static final String RANKED = """
            listed AS (
                SELECT product_id, row_number() OVER (ORDER BY %s, product_id) AS place
                  FROM candidate JOIN product p USING (product_id) ORDER BY place LIMIT :size OFFSET :offset)
            """;
    private static final String UNRANKED = """
            listed AS (
                SELECT p.product_id, row_number() OVER () AS place
                  %s AND p.product_id NOT IN (SELECT product_id FROM candidate)
                 LIMIT :size OFFSET greatest(0, :offset - (SELECT count(*) FROM candidate)))
            """;

    private final ListRows rows;

    RankedHits(ListRows rows) {
        this.rows = rows;
    }

    List<ProductResponse> read(ListConditions conditions, SearchMatch match, long offset, int size) {
        var parameters = new HashMap<>(conditions.parameters());
        parameters.put("size", size);
        parameters.put("offset", offset);
        var candidates = CANDIDATES.formatted(conditions.rows(), BEGINNING, FOUND);
        var hits = new ArrayList<ProductResponse>();
        if (offset < MOST_RANKED) {
            hits.addAll(rows.read(candidates + RANKED.formatted(match.order()), "place", parameters));
        }
        if (hits.size() < size && offset + size > FOUND) {
            parameters.put("size", size - hits.size());
            parameters.put("offset", offset + hits.size());
            hits.addAll(rows.read(candidates + UNRANKED.formatted(conditions.rows()), "place", parameters));
        }
        return hits;
    }
}
