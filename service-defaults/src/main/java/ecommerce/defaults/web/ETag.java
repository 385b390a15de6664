package ecommerce.defaults.web;

import ecommerce.defaults.problem.Problem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Optimistic concurrency over HTTP (RFC 9110, 13.1): an entity's version is its strong entity tag. */
public final class ETag {

    private ETag() {}

    public static String of(long version) {
        return "\"%d\"".formatted(version);
    }

    /** 200 with the entity's tag. */
    public static <T> ResponseEntity<T> ok(T body, long version) {
        return ResponseEntity.ok().eTag(of(version)).body(body);
    }

    /**
     * 412 if a condition was sent that the current version doesn't meet; no condition, no check. Weak tags never match
     * here, as the RFC wants it.
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

    /** Whether the header names tags. Without the header, and with {@code *}, any representation will do. */
    public static boolean isConditional(@Nullable String ifMatch) {
        return ifMatch != null && !ifMatch.isBlank() && !ifMatch.trim().equals("*");
    }
}
