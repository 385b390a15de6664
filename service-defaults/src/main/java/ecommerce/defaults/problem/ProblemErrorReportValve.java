package ecommerce.defaults.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Renders errors that Tomcat reports before any filter runs, such as a path that can't be decoded, as problem details.
 */
public class ProblemErrorReportValve extends ErrorReportValve {

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
                var traceId = TraceId.ofUntraced(status);
                var detail = StatusDetail.of(status, request.getMethod());
                writer.write("{\"title\":\"%s\",\"status\":%d,%s\"traceId\":\"%s\"}"
                        .formatted(
                                status.getReasonPhrase(),
                                status.value(),
                                detail == null ? "" : "\"detail\":\"%s\",".formatted(detail),
                                traceId));
                response.finishResponse();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
