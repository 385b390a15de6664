package ecommerce.defaults.audit;

import ecommerce.defaults.web.PageResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.function.Function;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the audit log of the service, for staff. */
@RestController
@Tag(name = "audit")
class AuditController {

    private final AuditQueries entries;

    AuditController(AuditQueries entries) {
        this.entries = entries;
    }

    /**
     * Lists the audit log of the service, for staff. The entries say who did what to which record, the newest first.
     * {@code totalElements} is at most 100,000.
     */
    @GetMapping("/api/${shop.audit.resource}/audit")
    @PreAuthorize("hasRole('ADMIN')")
    PageResponse<AuditEntry> list(@Valid @ParameterObject AuditFilter filter, @ParameterObject Pageable pageable) {
        return PageResponse.of(entries.search(filter, pageable), Function.identity());
    }
}
