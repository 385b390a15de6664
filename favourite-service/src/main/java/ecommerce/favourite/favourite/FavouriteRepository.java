package ecommerce.favourite.favourite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores favourites. Uses SQL, because Hibernate takes a third of the memory of a service with a single table. */
@Repository
class FavouriteRepository {

    private final JdbcClient jdbc;

    FavouriteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Favourite> find(long userId, long productId) {
        return jdbc.sql("SELECT * FROM favourite WHERE user_id = :userId AND product_id = :productId")
                .param("userId", userId)
                .param("productId", productId)
                .query(FavouriteRepository::favourite)
                .optional();
    }

    /**
     * Finds favourites. A null parameter is no condition.
     *
     * @param pageable its sort names columns
     */
    Page<Favourite> search(@Nullable Long userId, @Nullable Long productId, Pageable pageable) {
        var rows = " FROM favourite WHERE %s AND %s"
                .formatted(
                        userId == null ? "true" : "user_id = :userId",
                        productId == null ? "true" : "product_id = :productId");
        var page = "SELECT *%s ORDER BY %s LIMIT %d OFFSET %d"
                .formatted(rows, order(pageable.getSort()), pageable.getPageSize(), pageable.getOffset());
        return PageableExecutionUtils.getPage(
                jdbc.sql(page)
                        .param("userId", userId)
                        .param("productId", productId)
                        .query(FavouriteRepository::favourite)
                        .list(),
                pageable,
                () -> jdbc.sql("SELECT count(*)" + rows)
                        .param("userId", userId)
                        .param("productId", productId)
                        .query(Long.class)
                        .single());
    }

    /** Inserts a favourite. Returns 1 if it is new, 0 otherwise. Only one of two concurrent calls returns 1. */
    int insert(long userId, long productId) {
        return jdbc.sql("""
                        INSERT INTO favourite (user_id, product_id, like_date) VALUES (:userId, :productId, now())
                        ON CONFLICT DO NOTHING
                        """)
                .param("userId", userId)
                .param("productId", productId)
                .update();
    }

    int remove(long userId, long productId) {
        return jdbc.sql("DELETE FROM favourite WHERE user_id = :userId AND product_id = :productId")
                .param("userId", userId)
                .param("productId", productId)
                .update();
    }

    /** Sorts by user and product last, which together are unique. */
    private static String order(Sort sort) {
        return sort.stream()
                .map(each -> each.getProperty() + " " + each.getDirection())
                .collect(Collectors.joining(", ", "", ", product_id"));
    }

    private static Favourite favourite(ResultSet row, int number) throws SQLException {
        return new Favourite(
                row.getLong("user_id"),
                row.getLong("product_id"),
                row.getObject("like_date", OffsetDateTime.class).toInstant());
    }
}
