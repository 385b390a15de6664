package ecommerce.system.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Services that share an AOT cache, because most of their libraries are the same. Their processes then share the memory
 * of the cache's pages that nobody writes. The JVM uses a cache if the class path starts with the one that the cache was
 * made with. So the common libraries come first, then the service's other libraries, then its own classes.
 *
 * @param members the services, the one with the fewest libraries first
 * @param common the libraries whose classes the cache contains, in the order of the class path
 */
public record CacheGroup(List<UnpackedJar> members, List<Library> common) {

    /** A service with more libraries of its own would start slowly: the cache doesn't contain their classes. */
    private static final int OWN_LIBRARIES = 10;

    /** Divides services into groups. A service that has too many libraries of its own is a group of its own. */
    public static List<CacheGroup> of(Collection<UnpackedJar> services) {
        var groups = new ArrayList<List<UnpackedJar>>();
        services.stream()
                .sorted(Comparator.comparingInt(
                        (UnpackedJar service) -> service.libraries().size()))
                .forEach(service -> groups.stream()
                        .filter(group -> canShare(with(group, service)))
                        .findFirst()
                        .orElseGet(() -> {
                            groups.add(new ArrayList<>());
                            return groups.getLast();
                        })
                        .add(service));
        return groups.stream().map(CacheGroup::group).toList();
    }

    private static CacheGroup group(List<UnpackedJar> members) {
        if (members.size() == 1) {
            return new CacheGroup(List.copyOf(members), members.getFirst().libraries());
        }
        var common = new ArrayList<>(members.getFirst().libraries());
        members.forEach(member -> common.retainAll(new HashSet<>(member.libraries())));
        common.removeIf(Library::usesOptionalLibraries);
        return new CacheGroup(List.copyOf(members), List.copyOf(common));
    }

    private static boolean canShare(List<UnpackedJar> services) {
        var group = group(services);
        return group.common().stream().anyMatch(Library::runsTraining)
                && services.stream().allMatch(service -> group.own(service).size() <= OWN_LIBRARIES);
    }

    private static List<UnpackedJar> with(List<UnpackedJar> group, UnpackedJar service) {
        return Stream.concat(group.stream(), Stream.of(service)).toList();
    }

    boolean isShared() {
        return members.size() > 1;
    }

    /** Returns the libraries of a member that the cache doesn't contain. */
    List<Library> own(UnpackedJar member) {
        var own = new ArrayList<>(member.libraries());
        own.removeAll(common);
        return own;
    }

    /** Returns a name that no other group has, and no group with other libraries. */
    String key() {
        var checksum = new CRC32();
        for (var library : common) {
            checksum.update(library.toString().getBytes(StandardCharsets.UTF_8));
        }
        if (!isShared()) {
            // Its cache also contains the service's own classes.
            checksum.update(members.getFirst().folder().toString().getBytes(StandardCharsets.UTF_8));
        }
        return "%08x".formatted(checksum.getValue());
    }
}
