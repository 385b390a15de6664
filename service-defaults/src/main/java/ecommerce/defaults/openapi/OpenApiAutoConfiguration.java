package ecommerce.defaults.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.node.ObjectNode;

/** Describes the API of every service as an OpenAPI document, at {@code /v3/api-docs}. */
@AutoConfiguration
class OpenApiAutoConfiguration {

    private static final String DESCRIPTION = """
            Bodies are JSON. Amounts of money are decimal numbers, and times are UTC in ISO 8601.

            A list answers with `collection` and `page`. `size` is at most 100. `sort` is the name of a field, followed by \
            `,desc` for the reverse order.

            An answer's `ETag`, sent back as `If-Match`, makes a change fail with 412 if the resource has changed \
            meanwhile. An `Idempotency-Key` makes it safe to send a request again.

            Every error is a problem (RFC 9457) with a `traceId`.\
            """;

    static {
        // Merge patches. springdoc would describe the accessors of the class, and knows only that of Jackson 2.
        SpringDocUtils.getConfig().replaceWithSchema(ObjectNode.class, new ObjectSchema());
    }

    /** The server URL is relative, because the document may have been fetched through the gateway. */
    @Bean
    OpenAPI openApi(@Value("${spring.application.name}") String service) {
        return new OpenAPI()
                .info(new Info().title(service).version("v1").description(DESCRIPTION))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(OperationProblems.BEARER, bearer())
                        .addSecuritySchemes(OperationProblems.PASSWORD, password()));
    }

    private static SecurityScheme bearer() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("An access token from `POST /api/auth/token`.");
    }

    /** Lets Swagger UI sign in. Its form posts to the same endpoint as other clients. */
    private static SecurityScheme password() {
        var flow = new OAuthFlow().tokenUrl("/api/auth/token").scopes(new Scopes());
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .flows(new OAuthFlows().password(flow))
                .description("Signs in with a user name and a password. Leave the client's fields empty.");
    }

    @Bean
    OperationCustomizer operationProblems() {
        return new OperationProblems();
    }

    @Bean
    OperationCustomizer requiredMembers() {
        return new RequiredMembers();
    }

    @Bean
    @Order(0)
    OpenApiCustomizer pathParameters() {
        return new PathParameters();
    }

    @Bean
    @Order(1)
    OpenApiCustomizer problemComponents() {
        return new ProblemComponents();
    }

    @Bean
    @Order(2)
    OpenApiCustomizer exampleValues() throws IOException {
        return ExampleValues.load();
    }

    @Bean
    @Order(3)
    OpenApiCustomizer portablePatterns() {
        return new PortablePatterns();
    }

    @Bean
    @Order(4)
    OpenApiCustomizer documentTexts() {
        return new DocumentTexts();
    }
}
