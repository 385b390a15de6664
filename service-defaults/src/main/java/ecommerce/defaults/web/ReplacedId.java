package ecommerce.defaults.web;

import ecommerce.defaults.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Determines the id of the resource that a {@code PUT} replaces. The id is in the path, or in the body if a client
 * sends a whole representation to the collection.
 */
public final class ReplacedId {

    private ReplacedId() {}

    /**
     * Returns the id. Throws 400 if there is none, or if path and body contain different ids.
     *
     * @param member the name of the id in the body
     */
    public static long of(@Nullable Long inPath, @Nullable Long inBody, String member) {
        if (inPath != null && inBody != null && !inPath.equals(inBody)) {
            throw Problem.invalid(member, "is %d, but the path contains %d".formatted(inBody, inPath));
        }
        var id = inPath == null ? inBody : inPath;
        if (id == null) {
            throw Problem.invalid(member, "is required, in the path or in the body");
        }
        return id;
    }
}
