package ecommerce.system.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CacheGroupTests {

    private static final Library STARTUP = new Library("service-defaults-startup-0.1.0.jar", 1);
    private static final Library HIBERNATE = new Library("hibernate.jar", 2);
    private static final Library OAUTH2 = new Library("oauth2.jar", 4);
    private static final Library CSV = new Library("csv.jar", 3);

    private final UnpackedJar order = service("order-service", STARTUP, HIBERNATE);
    private final UnpackedJar payment = service("payment-service", STARTUP, HIBERNATE);
    private final UnpackedJar product = service("product-service", CSV, STARTUP, HIBERNATE);

    @Test
    void letsServicesWithTheSameLibrariesShareACache() {
        var groups = CacheGroup.of(List.of(order, payment));

        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.members()).containsExactly(order, payment);
            assertThat(group.common()).containsExactly(STARTUP, HIBERNATE);
        });
    }

    @Test
    void sharesOnlyTheCommonLibrariesOfServicesThatDifferALittle() {
        var groups = CacheGroup.of(List.of(product, order, service("user-service", OAUTH2, STARTUP)));

        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.common()).containsExactly(STARTUP);
            assertThat(group.own(product)).containsExactly(CSV, HIBERNATE);
            assertThat(group.own(order)).containsExactly(HIBERNATE);
        });
    }

    @Test
    void sharesNoLibraryThatUsesOptionalLibraries() {
        var defaults = new Library("service-defaults-0.1.0.jar", 5);
        var group = CacheGroup.of(List.of(
                        service("order-service", STARTUP, defaults, HIBERNATE),
                        service("proxy-client", STARTUP, defaults)))
                .getFirst();

        assertThat(group.common()).containsExactly(STARTUP);
    }

    @Test
    void dividesServicesThatHaveManyOtherLibraries() {
        var many = Stream.concat(
                Stream.of(STARTUP),
                IntStream.rangeClosed(10, 20).mapToObj(number -> new Library(number + ".jar", number)));
        var groups = CacheGroup.of(List.of(order, service("user-service", many.toArray(Library[]::new))));

        assertThat(groups).hasSize(2).noneMatch(CacheGroup::isShared);
        assertThat(groups.getFirst().common()).containsExactly(STARTUP, HIBERNATE);
    }

    @Test
    void sharesNoOtherBuildOfALibrary() {
        var rebuilt = service("payment-service", STARTUP, new Library("hibernate.jar", 99));

        assertThat(CacheGroup.of(List.of(order, rebuilt)).getFirst().common()).containsExactly(STARTUP);
    }

    @Test
    void dividesServicesWithDifferentTrainings() {
        var rebuilt = service("payment-service", new Library("service-defaults-startup-0.1.0.jar", 99), HIBERNATE);

        assertThat(CacheGroup.of(List.of(order, rebuilt))).hasSize(2);
    }

    @Test
    void hasAnotherKeyWithOtherLibraries() {
        var keys = Stream.of(List.of(order, payment), List.of(order), List.of(payment), List.of(product))
                .map(services -> CacheGroup.of(services).getFirst().key());

        assertThat(keys).doesNotHaveDuplicates();
    }

    private static UnpackedJar service(String name, Library... libraries) {
        return new UnpackedJar(
                Path.of(name + "-0.1.0.jar"), Path.of("applications"), "a build", Arrays.asList(libraries));
    }
}
