package ecommerce.defaults.openapi;

import ecommerce.defaults.security.AccessRules;
import ecommerce.defaults.security.Caller;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/**
 * Documents whether an operation needs a token, and with which problems it may answer. Both follow from what its
 * handler declares: the access rule, path variables, headers and the body. {@link AlsoAnswers} adds what doesn't.
 */
final class OperationProblems implements OperationCustomizer {

    static final String BEARER = "bearer";
    static final String PASSWORD = "password";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        operation.setSecurity(security(handler));
        if (operation.getResponses() != null) {
            problems(operation, handler)
                    .forEach(problem ->
                            operation.getResponses().computeIfAbsent(problem.code(), code -> problem.reference()));
        }
        return operation;
    }

    /** Returns the alternatives. An empty one stands for no token: then the endpoint shows what everybody may see. */
    private static List<SecurityRequirement> security(HandlerMethod handler) {
        var signedIn = List.of(new SecurityRequirement().addList(BEARER), new SecurityRequirement().addList(PASSWORD));
        if (AccessRules.isDeclared(handler)) {
            return signedIn;
        }
        return takesCaller(handler)
                ? Stream.concat(Stream.of(new SecurityRequirement()), signedIn.stream())
                        .toList()
                : List.of();
    }

    private static Set<ProblemAnswer> problems(Operation operation, HandlerMethod handler) {
        var problems = EnumSet.of(ProblemAnswer.TOO_MANY_REQUESTS, ProblemAnswer.SERVICE_UNAVAILABLE);
        if (operation.getParameters() != null || operation.getRequestBody() != null) {
            problems.add(ProblemAnswer.BAD_REQUEST);
        }
        if (operation.getRequestBody() != null) {
            problems.addAll(List.of(ProblemAnswer.CONTENT_TOO_LARGE, ProblemAnswer.UNSUPPORTED_MEDIA_TYPE));
        }
        if (AccessRules.isDeclared(handler)) {
            problems.addAll(List.of(ProblemAnswer.UNAUTHORIZED, ProblemAnswer.FORBIDDEN));
        }
        if (hasParameter(handler, PathVariable.class)) {
            problems.add(ProblemAnswer.NOT_FOUND);
        }
        if (changesSomething(handler)) {
            problems.add(ProblemAnswer.CONFLICT);
        }
        if (hasHeader(operation, HttpHeaders.IF_MATCH)) {
            problems.add(ProblemAnswer.PRECONDITION_FAILED);
        }
        if (hasHeader(operation, "Idempotency-Key")) {
            problems.add(ProblemAnswer.UNPROCESSABLE_CONTENT);
        }
        problems.addAll(named(handler));
        return problems;
    }

    private static List<ProblemAnswer> named(HandlerMethod handler) {
        var named = handler.getMethodAnnotation(AlsoAnswers.class);
        return named == null
                ? List.of()
                : Arrays.stream(named.value())
                        .map(status -> ProblemAnswer.valueOf(status.name()))
                        .toList();
    }

    private static boolean changesSomething(HandlerMethod handler) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return mapping != null && !Arrays.asList(mapping.method()).contains(RequestMethod.GET);
    }

    private static boolean hasHeader(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> name.equalsIgnoreCase(parameter.getName()));
    }

    private static boolean hasParameter(HandlerMethod handler, Class<? extends Annotation> annotation) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(annotation));
    }

    private static boolean takesCaller(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == Caller.class);
    }
}
