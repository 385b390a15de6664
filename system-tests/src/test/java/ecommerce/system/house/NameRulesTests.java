package ecommerce.system.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** An OpenAPI document describes only one of the records that share a name. */
    @Test
    void givesEachRecordOfAnApiItsOwnNameInTheDocument() {
        var described = new HashSet<JavaClass>();
        all.stream()
                .filter(type -> type.isAnnotatedWith("org.springframework.web.bind.annotation.RestController"))
                .flatMap(type -> type.getMethods().stream())
                .flatMap(
                        method -> Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream()))
                .forEach(type -> addRecords(type, described));
        var names = described.stream().collect(Collectors.groupingBy(NameRulesTests::nameOfSchema));
        assertThat(names)
                .isNotEmpty()
                .allSatisfy((name, types) -> assertThat(types).as(name).hasSize(1));
    }

    private static void addRecords(JavaType type, Set<JavaClass> records) {
        type.getAllInvolvedRawTypes().stream()
                .filter(one -> one.isRecord() && one.getPackageName().startsWith("ecommerce."))
                .filter(records::add)
                .flatMap(one -> one.getFields().stream())
                .forEach(field -> addRecords(field.getType(), records));
    }

    private static String nameOfSchema(JavaClass type) {
        var chosen = type.tryGetAnnotationOfType("io.swagger.v3.oas.annotations.media.Schema")
                .flatMap(schema -> schema.get("name"))
                .map(Object::toString)
                .filter(name -> !name.isEmpty());
        return serviceOf(type) + " " + chosen.orElse(type.getSimpleName());
    }

    private Stream<JavaClass> topLevel() {
        return all.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"));
    }

    private static String qualifiedByService(JavaClass type) {
        return serviceOf(type) + " " + type.getSimpleName();
    }

    private static String serviceOf(JavaClass type) {
        return String.join(".", List.of(type.getPackageName().split("\\.")).subList(0, 2));
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
