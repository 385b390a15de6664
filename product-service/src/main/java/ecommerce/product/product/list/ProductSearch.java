package ecommerce.product.product.list;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.web.PageResponse;
import ecommerce.product.product.ProductResponse;
import ecommerce.product.product.list.ListTotals.Total;
import ecommerce.product.search.SearchMatch;
import ecommerce.product.search.SearchTextReader;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds products. A page takes a few statements. Their number doesn't depend on the number of products, and neither does
 * the number of rows that they read.
 */
@Component
public class ProductSearch {

    /** Up to this number, all hits of a search are read and sorted. The index of an order finds the first of more sooner. */
    private static final int FEW = 5_000;

    private final SearchTextReader searchTexts;
    private final ListConditionReader conditionReader;
    private final ListTotals totals;
    private final ListRows rows;
    private final RankedHits ranked;
    private final ListCursors cursors;

    ProductSearch(
            SearchTextReader searchTexts,
            ListConditionReader conditionReader,
            ListTotals totals,
            ListRows rows,
            RankedHits ranked,
            ListCursors cursors) {
        this.searchTexts = searchTexts;
        this.conditionReader = conditionReader;
        this.totals = totals;
        this.rows = rows;
        this.ranked = ranked;
        this.cursors = cursors;
    }

    /**
     * Returns a page. If the filter has a text and no order is requested, the best matches come first, and the page has
     * no cursor of the next one. Throws 400 for a cursor of another list, or together with a page number.
     *
     * @param after the cursor after which the page begins, instead of its number
     */
    @Transactional(readOnly = true)
    public PageResponse<ProductResponse> find(ProductFilter filter, Pageable pageable, @Nullable String after) {
        var request = request(filter, pageable, after);
        var matches = searchTexts.matches(filter.q()).iterator();
        if (!matches.hasNext()) {
            return page(request, read(request, conditionReader.read(filter, null), null), true);
        }
        while (matches.hasNext()) {
            var match = matches.next();
            var found = read(request, conditionReader.read(filter, match), match);
            if (found.total().products() > 0 || hasHitsElsewhere(filter, match)) {
                return page(request, found, !request.ranked());
            }
        }
        return page(request, new Found(List.of(), new Total(0, false)), false);
    }

    private boolean hasHitsElsewhere(ProductFilter filter, SearchMatch match) {
        var everywhere = filter.everywhere();
        return !everywhere.equals(filter) && totals.hasAny(conditionReader.read(everywhere, match), match.counted());
    }

    /** Returns those of the products that are for sale, in no particular order. One statement needs no transaction. */
    public List<ProductResponse> findAll(List<Long> productIds) {
        return rows.readForSale(productIds);
    }

    private record Request(
            ProductFilter filter,
            ListOrder order,
            int size,
            long offset,
            @Nullable ListCursor cursor,
            boolean ranked) {

        /** Returns whether a product on the page proves that the list has more than so many. */
        boolean isBeyond(int products) {
            return cursor == null && offset >= products;
        }
    }

    /** The products of a page and perhaps the next one, with the total of the list. */
    private record Found(List<ProductResponse> products, Total total) {}

    private Request request(ProductFilter filter, Pageable pageable, @Nullable String after) {
        var order = ListOrder.of(pageable);
        if (after == null) {
            return new Request(
                    filter,
                    order,
                    pageable.getPageSize(),
                    pageable.getOffset(),
                    null,
                    pageable.getSort().isUnsorted());
        }
        if (pageable.getPageNumber() > 0) {
            throw Problem.invalid("after", "must not be combined with page");
        }
        var cursor = cursors.read(after, filter, order);
        return new Request(filter, order, pageable.getPageSize(), cursor.read(), cursor, false);
    }

    /**
     * Counts the products before it reads the page, so that it neither reads a page that doesn't exist nor sorts many hits.
     * A page beyond the counted products is read first if that needs no count. Usually it makes the count unnecessary.
     */
    private Found read(Request request, ListConditions conditions, @Nullable SearchMatch match) {
        var limit = match == null ? ListTotals.COUNTED : match.counted();
        if (request.isBeyond(limit) && (match == null || request.ranked())) {
            var products = products(request, conditions, match, false);
            return new Found(
                    products, products.isEmpty() ? totals.again(conditions, limit) : totals.beyond(conditions, limit));
        }
        var total = totals.of(conditions, limit);
        if (!total.isEstimate() && (total.products() == 0 || request.isBeyond((int) total.products()))) {
            return new Found(List.of(), total);
        }
        var few = match != null && !total.isEstimate() && total.products() <= FEW;
        var products = products(request, conditions, match, few);
        var isWrong = products.isEmpty() && total.isEstimate();
        return new Found(products, isWrong ? totals.again(conditions, limit) : total);
    }

    private List<ProductResponse> products(
            Request request, ListConditions conditions, @Nullable SearchMatch match, boolean few) {
        return match != null && request.ranked()
                ? ranked.read(conditions, match, request.offset(), request.size() + 1)
                : sorted(request, conditions, few);
    }

    /** Reads one product more than the page has, which says whether there is a next page. */
    private List<ProductResponse> sorted(Request request, ListConditions conditions, boolean few) {
        var parameters = new HashMap<>(conditions.parameters());
        var offset = request.cursor() == null ? request.offset() : 0;
        parameters.put("size", request.size() + 1);
        parameters.put("offset", offset);
        var order = request.order();
        var after = request.cursor() == null
                ? ""
                : " AND " + order.after(request.cursor().position(), parameters);
        var keys =
                few ? conditions.keysOfFew(order, after) : conditions.keys(order, after, offset + request.size() + 1);
        var listed = "listed AS (%s ORDER BY %s LIMIT :size OFFSET :offset)".formatted(keys, order.orderBy());
        return rows.read(listed, order.orderBy(), parameters);
    }

    private PageResponse<ProductResponse> page(Request request, Found found, boolean hasCursors) {
        var hasMore = found.products().size() > request.size();
        var products = hasMore ? found.products().subList(0, request.size()) : found.products();
        var read = request.offset() + products.size();
        var total = products.isEmpty() ? found.total() : found.total().with(read, hasMore);
        var next = hasMore && hasCursors ? next(request, products.getLast(), read) : null;
        return PageResponse.of(products, request.offset(), request.size(), total.products(), total.isEstimate(), next);
    }

    private String next(Request request, ProductResponse last, long read) {
        var cursor = new ListCursor(request.order().positionOf(last), read);
        return cursors.write(cursor, request.filter(), request.order());
    }
}
