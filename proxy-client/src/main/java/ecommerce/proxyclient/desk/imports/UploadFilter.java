package ecommerce.proxyclient.desk.imports;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives the request with a file its fields as parameters, as those of other forms are, and the file as an attribute. Runs
 * before Spring Security, which looks for the token of the form among the parameters.
 */
final class UploadFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(UploadFilter.class);

    private final DataSize largest;

    UploadFilter(DataSize largest) {
        this.largest = largest;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return !request.getMethod().equals("POST")
                || type == null
                || !type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var upload = read(request);
        request.setAttribute(Upload.NAME, upload);
        chain.doFilter(new WithFields(request, upload.fields()), response);
    }

    /** Reads the fields. A form that can't be read has none, and so no token. */
    private Upload read(HttpServletRequest request) {
        try {
            return Upload.of(request, largest);
        } catch (IOException | IllegalStateException malformed) {
            log.debug("A form with a file can't be read: {}", malformed.toString());
            return new Upload(Map.of(), null);
        }
    }

    private static final class WithFields extends HttpServletRequestWrapper {

        private final Map<String, String[]> fields;

        WithFields(HttpServletRequest request, Map<String, String> fields) {
            super(request);
            this.fields = fields.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, field -> new String[] {field.getValue()}));
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = fields.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return fields;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(fields.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return fields.get(name);
        }
    }
}
