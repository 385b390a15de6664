package ecommerce.defaults.problem;

import ecommerce.defaults.observability.Route;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;

/**
 * Ends a request whose client has closed the connection before the body was complete. The metrics count it as 400.
 * Otherwise, any client could raise the alerts on failures of the service.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DisconnectedClientAdvice {

    private static final Logger log = LoggerFactory.getLogger(DisconnectedClientAdvice.class);

    @ExceptionHandler
    ResponseEntity<Void> disconnected(ClientAbortException exception, WebRequest request) {
        log.info("{} ended, the client is gone: {}", Route.describe(request), exception.getMessage());
        return ResponseEntity.badRequest().build();
    }
}
