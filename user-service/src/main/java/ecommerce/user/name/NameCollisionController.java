package ecommerce.user.name;

import ecommerce.defaults.web.PageResponse;
import ecommerce.defaults.web.SortFields;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.function.Function;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports to staff which accounts have the same name after normalisation. Only accounts of earlier releases can. */
@RestController
@Tag(name = "users")
class NameCollisionController {

    private static final SortFields SORT = new SortFields("userId", Map.of("userId", "userId"));

    private static final String COLLISIONS = """
            FROM (SELECT 'username' AS field, a.user_id, a.username AS name, b.user_id AS other_user_id,
                         b.username AS other_name
                    FROM users a JOIN users b ON b.username_key = a.username_key AND NOT b.username_collides
                   WHERE a.username_collides
                  UNION ALL
                  SELECT 'email', a.user_id, a.email, b.user_id, b.email
                    FROM users a JOIN users b ON b.email_key = a.email_key AND NOT b.email_collides
                   WHERE a.email_collides) collision
            """;

    private final JdbcClient jdbc;

    NameCollisionController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lists accounts that have the same name after normalisation, for staff. Only accounts of earlier releases can. */
    @GetMapping("/api/users/name-collisions")
    @PreAuthorize("hasRole('ADMIN')")
    PageResponse<NameCollision> list(@ParameterObject Pageable pageable) {
        var page = SORT.apply(pageable);
        var rows = jdbc.sql("SELECT * " + COLLISIONS + " ORDER BY user_id, field LIMIT ? OFFSET ?")
                .params(page.getPageSize(), page.getOffset())
                .query((row, number) -> new NameCollision(
                        row.getString("field"),
                        row.getLong("user_id"),
                        row.getString("name"),
                        row.getLong("other_user_id"),
                        row.getString("other_name")))
                .list();
        var total = jdbc.sql("SELECT count(*) " + COLLISIONS).query(Long.class).single();
        return PageResponse.of(new PageImpl<>(rows, page, total), Function.identity());
    }
}
