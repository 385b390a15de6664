package ecommerce.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;

class CloudConfigIT {

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

    private static ConfigurableApplicationContext start(String... arguments) {
        var application = new SpringApplication(CloudConfigApplication.class);
        var all = Stream.concat(
                Stream.of("--server.port=0", "--management.server.port=-1", "--eureka.client.enabled=false"),
                Stream.of(arguments));
        return application.run(all.toArray(String[]::new));
    }

    private static String ask(ConfigurableApplicationContext server, String path) {
        var port = ((WebServerApplicationContext) server).getWebServer().getPort();
        return RestClient.create("http://localhost:%d%s".formatted(port, path))
                .get()
                .retrieve()
                .body(String.class);
    }
}
