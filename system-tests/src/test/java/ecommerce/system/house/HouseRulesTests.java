package ecommerce.system.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the dependencies between the types of all modules. */
class HouseRulesTests {

    private final JavaClasses all = ProductionCode.classes();

    @Test
    void separatesFeaturesOfAServiceWithoutCycles() {
        slices().matching("ecommerce.(*).(*)..").should().beFreeOfCycles().check(all);
    }

    @Test
    void keepsServicesIndependent() {
        slices().matching("ecommerce.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        DescribedPredicate.alwaysTrue(), JavaClass.Predicates.resideInAPackage("ecommerce.defaults.."))
                .check(all);
    }

    @Test
    void allowsNoLayerPackages() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..dto..",
                        "..util..",
                        "..helper..",
                        "..constant..",
                        "..impl..",
                        "..controller..",
                        "..service..")
                .check(all);
    }

    @Test
    void injectsThroughConstructors() {
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .check(all);
    }

    @Test
    void hidesControllersAndForbidsFloatingPointFields() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .bePackagePrivate()
                .check(all);
        fields().should()
                .notHaveRawType(double.class)
                .andShould()
                .notHaveRawType(float.class)
                .check(all);
    }

    /** The validator of {@code @Digits} accepts 1e2147483647, because it counts the digits in an int. */
    @Test
    void givesAmountsAGreatestValue() {
        fields().that()
                .areAnnotatedWith("jakarta.validation.constraints.Digits")
                .should()
                .beAnnotatedWith("jakarta.validation.constraints.DecimalMax")
                .check(all);
    }

    @Test
    void keepsHttpOutOfEntities() {
        classes()
                .that(areStored())
                .should(notDependOn("HTTP, requests or other services", HouseRulesTests::belongsToTheEdge))
                .check(all);
    }

    /** {@code StoredTime} says why. */
    @Test
    void givesEntitiesTimesThatTheDatabaseKeeps() {
        noClasses().that(areStored()).should().callMethod(Instant.class, "now").check(all);
    }

    private static DescribedPredicate<JavaClass> areStored() {
        return DescribedPredicate.describe(
                "are stored",
                type -> Stream.of("Entity", "Embeddable", "MappedSuperclass")
                        .anyMatch(one -> type.isAnnotatedWith("jakarta.persistence." + one)));
    }

    private static boolean belongsToTheEdge(JavaClass type) {
        return type.getPackageName().equals("ecommerce.defaults.problem")
                || type.getPackageName().startsWith("ecommerce.defaults.web")
                || type.getPackageName().startsWith("org.springframework.web")
                || type.getPackageName().startsWith("org.springframework.http")
                || type.getPackageName().endsWith("client")
                || type.getSimpleName().endsWith("Request");
    }

    private static ArchCondition<JavaClass> notDependOn(String what, Predicate<JavaClass> forbidden) {
        return ArchCondition.from(new DescribedPredicate<JavaClass>("not depend on " + what) {
            @Override
            public boolean test(JavaClass type) {
                return type.getDirectDependenciesFromSelf().stream()
                        .noneMatch(one -> forbidden.test(one.getTargetClass()));
            }
        });
    }
}
