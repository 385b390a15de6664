package ecommerce.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ecommerce.defaults.test.AccessTable;
import ecommerce.defaults.test.PiecewiseRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.client.RestClient;

class CloudConfigIT {

    private static final String PASSWORD = "another-password-of-the-tests";
    private static final String SETTING = "a-setting: from outside\n";

    @Test
    void servesTheSettingsInItsJar() {
        try (var server = start()) {
            assertThat(ask(server, "/order-service/local"))
                    .contains("config/application.yml", "config/application-local.yml", "maximum-pool-size");
            assertThat(ask(server, "/service-discovery/default")).contains("enable-self-preservation");
        }
    }

    @Test
    void servesAFolderWhenConfigured(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("order-service.yml"), SETTING);

        try (var server = start("--CONFIG_LOCATION=" + folder.toUri())) {
            assertThat(ask(server, "/order-service/default")).contains("from outside");
            assertThat(ask(server, "/user-service/default")).doesNotContain("from outside");
        }
    }

    @Test
    void servesAGitRepositoryWhenConfigured(@TempDir Path folder) throws IOException, GitAPIException {
        try (var git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call()) {
            Files.writeString(folder.resolve("order-service.yml"), SETTING);
            git.add().addFilepattern(".").call();
            git.commit().setMessage("Settings").setSign(false).call();
        }

        try (var server = start("--CONFIG_BACKEND=git", "--CONFIG_GIT_URI=" + folder.toUri())) {
            assertThat(ask(server, "/order-service/default")).contains("from outside");
        }
    }

    @Test
    void documentsEachEndpointAndServesNoneWithoutCredentials() {
        try (var server = start()) {
            AccessTable.requireComplete(server);
            for (var path : List.of("/order-service/local", "/application.yml", "/actuator/health", "/encrypt", "/")) {
                assertThat(status(server, path, "", "")).as(path).isEqualTo(401);
                assertThat(status(server, path, "shop", "a-password-of-the-tests"))
                        .as(path)
                        .isEqualTo(401);
            }
        }
    }

    /** Spring Security checks unknown names with the same encoder, which must not be a slow one. */
    @Test
    void checksPasswordsWithADigest() {
        try (var server = start()) {
            var encoder = server.getBean(PasswordEncoder.class);
            var login = server.getBean(UserDetailsService.class).loadUserByUsername("shop");

            assertThat(login.getPassword()).matches("\\{.+}[0-9a-f]{64}");
            assertThat(encoder.matches(PASSWORD, login.getPassword())).isTrue();
        }
    }

    @Test
    void showsDetailsOfItsHealthOnlyToServices() {
        try (var server = start()) {
            var port = server.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
            var health = RestClient.create("http://localhost:%d/actuator/health".formatted(port))
                    .get();

            assertThat(health.retrieve().body(String.class)).contains("UP").doesNotContain("components");
            assertThat(health.headers(headers -> headers.setBasicAuth("shop", PASSWORD))
                            .retrieve()
                            .body(String.class))
                    .contains("components");
        }
    }

    @Test
    void servesTheVersionBeforeWhileItIsDeployed() {
        try (var server = start("--ACCEPT_ANONYMOUS_CLIENTS=true")) {
            assertThat(status(server, "/order-service/local", "", "")).isEqualTo(200);
            assertThat(status(server, "/application.yml", "", "")).isEqualTo(401);
        }
    }

    @Test
    void limitsBodiesBeforeItAsksForCredentials() throws IOException {
        try (var server = start("--shop.limits.body.slow-after=1s");
                var large = new PiecewiseRequest(port(server), "/encrypt", "Content-Length: 70000");
                var slow = new PiecewiseRequest(port(server), "/encrypt", "Content-Length: 60000")) {
            assertThat(large.answer(12)).isEqualTo("HTTP/1.1 413");
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(50))
                    .until(slow::isClosed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "too-short", "local-config-password"})
    void startsOnlyWithAStrongPassword(String weak) {
        assertThatThrownBy(() -> start("--CONFIG_PASSWORD=" + weak)).hasMessageContaining("CONFIG_PASSWORD");
    }

    private static int status(ConfigurableApplicationContext server, String path, String username, String password) {
        return RestClient.create("http://localhost:%d%s".formatted(port(server), path))
                .get()
                .headers(headers -> {
                    if (!username.isEmpty()) {
                        headers.setBasicAuth(username, password);
                    }
                })
                .exchange((request, response) -> response.getStatusCode().value());
    }

    private static int port(ConfigurableApplicationContext server) {
        return Objects.requireNonNull(((WebServerApplicationContext) server).getWebServer())
                .getPort();
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        var application = new SpringApplication(CloudConfigApplication.class);
        application.setDefaultProperties(
                Map.of("REGISTRY_PASSWORD", "a-password-of-the-tests", "CONFIG_PASSWORD", PASSWORD));
        var all = Stream.concat(
                Stream.of("--server.port=0", "--management.server.port=0", "--eureka.client.enabled=false"),
                Stream.of(arguments));
        return application.run(all.toArray(String[]::new));
    }

    private static String ask(ConfigurableApplicationContext server, String path) {
        return RestClient.create("http://localhost:%d%s".formatted(port(server), path))
                .get()
                .headers(headers -> headers.setBasicAuth("shop", PASSWORD))
                .retrieve()
                .body(String.class);
    }
}
