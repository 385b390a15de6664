package ecommerce.product.product.list;

import static ecommerce.product.product.list.FrequentWords.CATEGORY;
import static ecommerce.product.product.list.FrequentWords.COMMON;
import static ecommerce.product.product.list.FrequentWords.FREQUENT;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.product.ProductServiceTest;
import ecommerce.product.search.SearchTextReader;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProductServiceTest
class ShrunkenListIT {

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProductSearch search;

    @Autowired
    SearchTextReader texts;

    @Autowired
    ListConditionReader conditionReader;

    @Autowired
    ListTotals totals;

    @Test
    void countsAMuchLargerListAgainOnlyIfItHasShrunk() {
        var again = new ArrayList<ListConditions>();
        new FrequentWords(jdbc, transaction).inFilledTables(2 * FrequentWords.PRODUCTS, () -> {
            assertThat(search.find(filter(COMMON, null), PageRequest.of(0, 20), null)
                            .page()
                            .totalIsEstimate())
                    .isTrue();
            assertThat(totals.of(conditions(COMMON, CATEGORY), 100).isEstimate())
                    .isTrue();
            again.add(conditions(COMMON, null));
            again.add(conditions(COMMON, CATEGORY));
        });

        // Here the products are gone.
        transaction.executeWithoutResult(_ -> {
            var nothing = new ListTotals.Total(0, false);
            assertThat(totals.of(again.getFirst(), ListTotals.COUNTED).isEstimate())
                    .isTrue();
            assertThat(totals.of(again.getLast(), 100).isEstimate()).isTrue();
            assertThat(totals.of(again.getLast(), 101)).as("another limit").isEqualTo(nothing);
            assertThat(totals.of(conditions(FREQUENT, null), 100))
                    .as("another list")
                    .isEqualTo(nothing);

            var page = search.find(filter(COMMON, null), PageRequest.of(0, 20), null);

            assertThat(page.collection()).isEmpty();
            assertThat(page.page().totalElements()).isZero();
            assertThat(page.page().totalIsEstimate()).isNull();
            assertThat(totals.of(again.getFirst(), ListTotals.COUNTED)).isEqualTo(nothing);
        });
    }

    private ListConditions conditions(String q, @Nullable Long categoryId) {
        var match = texts.matches(q).findFirst().orElseThrow();
        return conditionReader.read(filter(q, categoryId), match);
    }

    private static ProductFilter filter(String q, @Nullable Long categoryId) {
        return new ProductFilter(q, categoryId, null, null, null, null);
    }
}
