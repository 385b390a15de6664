package ecommerce.system.launcher;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.stack.LocalStack;

/** The addresses and accounts that the launcher prints when the shop is up. */
final class Welcome {

    private Welcome() {}

    static String text(LocalStack stack) {
        var gateway = stack.uri(ServiceDefinition.API_GATEWAY);
        return """

                The shop is up.
                  Web shop    %1$s/app/
                  API         %1$s/api/products
                  Swagger UI  %1$s/swagger-ui/index.html
                  Eureka      %2$s
                  Database    %3$s
                  Logs        %4$s
                Sign in as staff: admin / admin-password; as a customer: alice / alice-password, bob / bob-password
                """.formatted(
                        gateway,
                        stack.uri(ServiceDefinition.SERVICE_DISCOVERY),
                        stack.databaseUrl(),
                        stack.state().logs());
    }
}
