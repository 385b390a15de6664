package ecommerce.defaults.limit;

import ecommerce.defaults.security.Caller;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses the requests of a user who sends too many. Services aren't limited: they only pass on requests of users, who
 * are limited where they enter.
 */
final class UserRate implements HandlerInterceptor {

    private final RateBuckets users;

    UserRate(RateBuckets users) {
        this.users = users;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            Caller.current()
                    .filter(caller -> !caller.isService())
                    .flatMap(caller -> users.refuse(caller.subject()))
                    .ifPresent(refusal -> {
                        throw refusal;
                    });
        }
        return true;
    }
}
