package ecommerce.user.address;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.ETag;
import ecommerce.defaults.web.MergePatches;
import ecommerce.defaults.web.SortFields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

@Service
@Transactional
public class AddressService {

    private static final SortFields SORT =
            new SortFields("addressId", Map.of("addressId", "addressId", "city", "city", "postalCode", "postalCode"));

    private static final int MOST_OF_A_USER = 100;

    private final AddressRepository addresses;
    private final MergePatches patches;
    private final Audit audit;

    AddressService(AddressRepository addresses, MergePatches patches, Audit audit) {
        this.addresses = addresses;
        this.patches = patches;
        this.audit = audit;
    }

    /** Adds an address. Throws 409 if the user has 100: services and pages read all at once. */
    public Address add(AddressRequest request, long userId) {
        if (addresses.countByUserId(userId) >= MOST_OF_A_USER) {
            throw Problem.conflict("A user has at most %d addresses. Delete one first.".formatted(MOST_OF_A_USER));
        }
        return addresses.save(new Address(userId, request.fullAddress(), request.postalCode(), request.city()));
    }

    @Transactional(readOnly = true)
    Page<Address> search(@Nullable Long userId, @Nullable String city, Pageable pageable, Caller caller) {
        var owner = caller.isAdmin() ? userId : Long.valueOf(caller.userId());
        return addresses.search(owner, city, SORT.apply(pageable));
    }

    @Transactional(readOnly = true)
    Address find(long addressId, Caller caller) {
        return addresses
                .findById(addressId)
                .filter(address -> caller.mayActFor(address.userId()))
                .orElseThrow(() -> Problem.notFound("address", addressId));
    }

    @Transactional(readOnly = true)
    List<Address> findAllOf(long userId) {
        return addresses.findFirst100ByUserIdOrderByAddressId(userId);
    }

    @Transactional(readOnly = true)
    Address findOf(long userId, long addressId) {
        return addresses
                .findByAddressIdAndUserId(addressId, userId)
                .orElseThrow(() -> Problem.notFound("address", addressId));
    }

    Address replace(long addressId, AddressRequest request, @Nullable String ifMatch, Caller caller) {
        var address = find(addressId, caller);
        ETag.check(ifMatch, address.version());
        address.replace(request.fullAddress(), request.postalCode(), request.city());
        recordStaff("address.change", address, caller);
        return addresses.saveAndFlush(address);
    }

    Address change(long addressId, ObjectNode patch, @Nullable String ifMatch, Caller caller) {
        var whole = AddressRequest.of(find(addressId, caller));
        return replace(addressId, patches.apply(whole, patch), ifMatch, caller);
    }

    void delete(long addressId, @Nullable String ifMatch, Caller caller) {
        var address = find(addressId, caller);
        ETag.check(ifMatch, address.version());
        addresses.delete(address);
        recordStaff("address.delete", address, caller);
    }

    private void recordStaff(String action, Address address, Caller caller) {
        if (caller.isAdmin()) {
            audit.record(AuditEvent.of(action, "address", address.addressId()).with("userId", address.userId()));
        }
    }
}
