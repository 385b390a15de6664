package ecommerce.product.product;

import ecommerce.defaults.openapi.AlsoAnswers;
import ecommerce.defaults.openapi.AlsoRequires;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.PageResponse;
import ecommerce.defaults.web.ReplacedId;
import ecommerce.defaults.web.RepresentationTags;
import ecommerce.product.product.list.ProductFilter;
import ecommerce.product.product.list.ProductSearch;
import ecommerce.product.search.SearchTurns;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/products")
@Tag(name = "products")
class ProductController {

    private final ProductService products;
    private final ProductQueries queries;
    private final ProductSearch search;
    private final SearchTurns turns;
    private final RepresentationTags tags;

    ProductController(
            ProductService products,
            ProductQueries queries,
            ProductSearch search,
            SearchTurns turns,
            RepresentationTags tags) {
        this.products = products;
        this.queries = queries;
        this.search = search;
        this.turns = turns;
        this.tags = tags;
    }

    /**
     * Lists and searches products. A page is named by its number, or by the cursor after which it begins: {@code
     * page.next} of one page is the parameter {@code after} of the next one, with the same filter and sort. Only
     * cursors lead beyond 100,000 products. Without {@code sort}, the results of a search come in the order of their
     * relevance and have no cursor.
     *
     * <p>Up to 10,000 products are counted. If there are more, {@code totalIsEstimate} is true, and {@code
     * totalElements} and {@code totalPages} are estimates.
     */
    @GetMapping
    @AlsoAnswers(HttpStatus.FORBIDDEN)
    PageResponse<ProductResponse> list(
            @Valid @ParameterObject ProductFilter filter,
            @ParameterObject Pageable pageable,
            @RequestParam(required = false) @Size(max = 4096) @Nullable String after,
            @AuthenticationPrincipal @Nullable Caller caller) {
        if (filter.wantsHidden() && !isStaff(caller)) {
            throw Problem.forbidden("Only staff can see hidden products");
        }
        return filter.q() == null
                ? search.find(filter, pageable, after)
                : turns.take(() -> search.find(filter, pageable, after));
    }

    /** Shows a product with its price and its stock. Customers don't see hidden products. */
    @GetMapping("/{productId}")
    ResponseEntity<ProductResponse> get(
            @PathVariable long productId, @AuthenticationPrincipal @Nullable Caller caller) {
        return tags.ok(queries.find(productId, isStaff(caller)));
    }

    /** Creates a product. {@code quantity}, the opening stock, is required. */
    @PostMapping
    @PreAuthorize("hasRole('ADMIN')")
    @ResponseStatus(HttpStatus.CREATED)
    @AlsoRequires("quantity")
    ResponseEntity<ProductResponse> create(
            @Valid @RequestBody ProductRequest request, @AuthenticationPrincipal Caller caller) {
        var created = products.create(request, caller);
        return tags.created(URI.create("/api/products/" + created.productId()), created);
    }

    /**
     * Replaces a product. The id is in the path or in the body. Without {@code quantity} the stock stays as it is;
     * another quantity than the current one requires {@code If-Match}.
     */
    @PutMapping({"", "/{productId}"})
    @PreAuthorize("hasRole('ADMIN')")
    @AlsoAnswers(HttpStatus.PRECONDITION_REQUIRED)
    ResponseEntity<ProductResponse> replace(
            @PathVariable(required = false) @Nullable Long productId,
            @Valid @RequestBody ProductRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        var id = ReplacedId.of(productId, request.productId(), "productId");
        products.replace(id, request, ifMatch, caller);
        return tags.ok(queries.find(id, true));
    }

    /**
     * Changes members of a product. The body is a merge patch (RFC 7396): a null member is cleared, and an absent
     * member stays unchanged. Another quantity than the current one requires {@code If-Match}.
     */
    @PatchMapping("/{productId}")
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ProductRequest.class))))
    @PreAuthorize("hasRole('ADMIN')")
    @AlsoAnswers(HttpStatus.PRECONDITION_REQUIRED)
    ResponseEntity<ProductResponse> change(
            @PathVariable long productId,
            @RequestBody ObjectNode patch,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        products.change(productId, patch, ifMatch, caller);
        return tags.ok(queries.find(productId, true));
    }

    /** Deletes a product. Carts can't order it any more; orders that have it stay as they are. */
    @DeleteMapping("/{productId}")
    @PreAuthorize("hasRole('ADMIN')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable long productId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        products.delete(productId, ifMatch);
    }

    private static boolean isStaff(@Nullable Caller caller) {
        return caller != null && caller.isAdmin();
    }
}
