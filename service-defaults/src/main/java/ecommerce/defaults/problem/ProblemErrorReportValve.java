package ecommerce.defaults.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers what Tomcat refuses before any filter sees it, as a path that can't be decoded, like all other errors. No trace
 * has begun there, so the id is a new one of the same form (W3C Trace Context), under which the refusal is logged.
 */
public class ProblemErrorReportValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemErrorReportValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try {
            var writer = response.getReporter();
            if (writer != null) {
                var traceId = UUID.randomUUID().toString().replace("-", "");
                log.info("Refused with {} before any trace; it is told as {}", status, traceId);
                writer.write("{\"title\":\"%s\",\"status\":%d,\"traceId\":\"%s\"}"
                        .formatted(status.getReasonPhrase(), status.value(), traceId));
                response.finishResponse();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
