package ecommerce.defaults.web;

import ecommerce.defaults.problem.Problem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Implements optimistic concurrency over HTTP (RFC 9110, 13.1). An entity's version is its strong entity tag. */
public final class ETag {

    private ETag() {}

    public static String of(long version) {
        return "\"%d\"".formatted(version);
    }

    /** Returns a 200 with the entity's tag. */
    public static <T> ResponseEntity<T> ok(T body, long version) {
        return ResponseEntity.ok().eTag(of(version)).body(body);
    }

    /**
     * Throws 412 if {@code If-Match} doesn't name the current version. Without the header nothing is checked. Weak tags
     * never match (RFC 9110, 13.1.1).
     */
    public static void check(@Nullable String ifMatch, long currentVersion) {
        check(ifMatch, of(currentVersion));
    }

    static void check(@Nullable String ifMatch, String currentTag) {
        if (ifMatch == null || !isConditional(ifMatch)) {
            return;
        }
        if (Arrays.stream(ifMatch.split(",")).map(String::trim).noneMatch(currentTag::equals)) {
            throw Problem.stale();
        }
    }

    /** Returns whether the header names tags. Without the header, and with {@code *}, any representation matches. */
    public static boolean isConditional(@Nullable String ifMatch) {
        return ifMatch != null && !ifMatch.isBlank() && !ifMatch.trim().equals("*");
    }
}
