package ecommerce.user.address;

import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.SignedIn;
import ecommerce.defaults.web.ETag;
import ecommerce.defaults.web.PageResponse;
import ecommerce.defaults.web.ReplacedId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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

/** Serves a user's addresses. {@code /api/address} is the path of family clients (docs/family-clients.md). */
@RestController
@SignedIn
@RequestMapping({"/api/addresses", "/api/address"})
@Tag(name = "addresses")
class AddressController {

    private final AddressService addresses;

    AddressController(AddressService addresses) {
        this.addresses = addresses;
    }

    /**
     * Adds an address to the caller's address book. Orders keep the address to which they are sent, whatever happens
     * to it here.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AddressResponse> add(
            @Valid @RequestBody AddressRequest request, @AuthenticationPrincipal Caller caller) {
        var address = addresses.add(request, caller.userId());
        return ResponseEntity.created(URI.create("/api/addresses/" + address.addressId()))
                .eTag(ETag.of(address.version()))
                .body(AddressResponse.of(address));
    }

    /** Lists addresses. A customer sees the own addresses, staff see those of all customers. */
    @GetMapping
    PageResponse<AddressResponse> list(
            @RequestParam(required = false) @Parameter(description = Caller.USER_ID_PARAMETER) @Nullable String userId,
            @RequestParam(required = false) @Size(max = 100) @Nullable String city,
            @ParameterObject Pageable pageable,
            @AuthenticationPrincipal Caller caller) {
        return PageResponse.of(
                addresses.search(caller.resolveUserId(userId), city, pageable, caller), AddressResponse::of);
    }

    /** Shows an address. A customer sees only the own addresses. */
    @GetMapping("/{addressId}")
    ResponseEntity<AddressResponse> get(@PathVariable long addressId, @AuthenticationPrincipal Caller caller) {
        return answer(addresses.find(addressId, caller));
    }

    /** Replaces an address. The id is in the path or in the body. */
    @PutMapping({"", "/{addressId}"})
    ResponseEntity<AddressResponse> replace(
            @PathVariable(required = false) @Nullable Long addressId,
            @Valid @RequestBody AddressRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        var id = ReplacedId.of(addressId, request.addressId(), "addressId");
        return answer(addresses.replace(id, request, ifMatch, caller));
    }

    /**
     * Changes members of an address. The body is a merge patch (RFC 7396): a member that is null is cleared, and an
     * absent member is kept.
     */
    @PatchMapping("/{addressId}")
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = AddressRequest.class))))
    ResponseEntity<AddressResponse> change(
            @PathVariable long addressId,
            @RequestBody ObjectNode patch,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        return answer(addresses.change(addressId, patch, ifMatch, caller));
    }

    /** Deletes an address. Orders that are sent to it stay as they are. */
    @DeleteMapping("/{addressId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable long addressId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        addresses.delete(addressId, ifMatch, caller);
    }

    private static ResponseEntity<AddressResponse> answer(Address address) {
        return ETag.ok(AddressResponse.of(address), address.version());
    }
}
