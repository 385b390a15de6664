package ecommerce.system.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the names of types, and the sizes of packages. */
class NameRulesTests {

    private final JavaClasses all = ProductionCode.classes();

    @Test
    void keepsPackagesSmall() {
        var sizes = topLevel().collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(sizes).allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(15));
    }

    @Test
    void givesEachTypeOfAServiceItsOwnName() {
        var names = topLevel().collect(Collectors.groupingBy(NameRulesTests::qualifiedByService));
        assertThat(names).allSatisfy((name, types) -> assertThat(types).as(name).hasSize(1));
    }

    @Test
    void namesTypesAfterTheirRoles() {
        classes()
                .that()
                .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                .should()
                .haveSimpleNameEndingWith("Controller")
                .check(all);
        classes()
                .that()
                .areInterfaces()
                .and(implement("org.springframework.data.repository.Repository"))
                .should()
                .haveSimpleNameEndingWith("Repository")
                .check(all);
        classes()
                .that()
                .areAssignableTo(Throwable.class)
                .should()
                .haveSimpleNameEndingWith("Exception")
                .orShould()
                .haveSimpleName("Problem")
                .check(all);
        classes()
                .that()
                .areAnnotatedWith("org.springframework.boot.autoconfigure.AutoConfiguration")
                .should()
                .haveSimpleNameEndingWith("AutoConfiguration")
                .check(all);
        noClasses()
                .that()
                .areTopLevelClasses()
                .should()
                .haveNameMatching(".*(Impl|Dto|Util|Utils|Helper|Manager|Handler|Data|Info|Base)")
                .check(all);
    }

    private Stream<JavaClass> topLevel() {
        return all.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"));
    }

    private static String qualifiedByService(JavaClass type) {
        return String.join(".", List.of(type.getPackageName().split("\\.")).subList(0, 2)) + " " + type.getSimpleName();
    }

    /** Also finds interfaces that are named in signatures only, because libraries aren't imported. */
    private static DescribedPredicate<JavaClass> implement(String type) {
        return DescribedPredicate.describe(
                "extend " + type,
                candidate -> candidate.getAllRawInterfaces().stream()
                        .anyMatch(one ->
                                one.getName().equals(type) || one.getName().endsWith("JpaRepository")));
    }
}
