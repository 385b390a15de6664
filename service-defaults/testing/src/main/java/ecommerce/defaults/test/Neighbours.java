package ecommerce.defaults.test;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * The other services, as a service under test sees them: one server that plays them all, each answering as the
 * contract files say that the provider keeps and is itself held to.
 */
public final class Neighbours {

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.wireMockConfig().dynamicPort());

    public Neighbours() {
        server.start();
    }

    /** Lets the service under test find these services here, and get its own tokens here. */
    public void register(DynamicPropertyRegistry properties, String... services) {
        for (var service : services) {
            properties.add(
                    "spring.cloud.discovery.client.simple.instances.%s[0].uri".formatted(service), server::baseUrl);
        }
        properties.add("spring.cloud.discovery.client.simple.instances.user-service[0].uri", server::baseUrl);
    }

    /** Back to all contracts of these providers, and nothing that was asked before. */
    public void playContractsOf(String... providers) {
        server.resetAll();
        server.stubFor(WireMock.post("/oauth2/token")
                .willReturn(
                        WireMock.okJson("{\"access_token\":\"token\",\"token_type\":\"Bearer\",\"expires_in\":900}")));
        for (var provider : providers) {
            contractsOf(provider);
        }
    }

    /** Overrides the contracts for the requests that match. */
    public StubMapping override(MappingBuilder mapping) {
        return server.stubFor(mapping.atPriority(1));
    }

    public WireMockServer server() {
        return server;
    }

    /** One contract, to be changed for a test. */
    public static StubMapping contract(String provider, String name) {
        try {
            return StubMapping.buildFrom(Files.readString(folder(provider).resolve(name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void contractsOf(String provider) {
        try (var files = Files.list(folder(provider))) {
            files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .forEach(name -> server.addStubMapping(contract(provider, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String provider) {
        return Path.of("..", provider, "src", "test", "resources", "contracts");
    }
}
