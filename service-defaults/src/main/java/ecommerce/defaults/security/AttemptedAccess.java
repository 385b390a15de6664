package ecommerce.defaults.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Remembers for the audit log what the current request tried, where its answer doesn't say so. */
public final class AttemptedAccess {

    private static final String WITHDRAWN = AttemptedAccess.class.getName() + ".withdrawn";
    private static final String FOREIGN = AttemptedAccess.class.getName() + ".foreign";

    private AttemptedAccess() {}

    /** Returns the former member of staff whose token the request was refused for. */
    public static Optional<Caller> withdrawnStaff(HttpServletRequest request) {
        return request.getAttribute(WITHDRAWN) instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    /** Returns whether the caller asked for a record of somebody else, which is answered as if it didn't exist. */
    public static boolean isForeign(HttpServletRequest request) {
        return request.getAttribute(FOREIGN) != null;
    }

    static void ofWithdrawnStaff(HttpServletRequest request, Caller caller) {
        request.setAttribute(WITHDRAWN, caller);
    }

    /** The request goes on as nobody's. */
    static void forgetWithdrawnStaff(HttpServletRequest request) {
        request.removeAttribute(WITHDRAWN);
    }

    static void toForeignRecord() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(FOREIGN, true, RequestAttributes.SCOPE_REQUEST);
        }
    }
}
