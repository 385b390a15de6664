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
 * Stubs the other services that a service under test calls. One server stubs them all and responds as in the contract
 * files, which the providers' own tests verify.
 */
public final class Neighbours {

    /** Doesn't compress, because that would change the ETags of the responses. */
    private final WireMockServer server = new WireMockServer(
            WireMockConfiguration.wireMockConfig().dynamicPort().gzipDisabled(true));

    public Neighbours() {
        server.start();
    }

    /** Registers this server as the address of these services and as the source of service tokens. */
    public void register(DynamicPropertyRegistry properties, String... services) {
        for (var service : services) {
            properties.add(
                    "spring.cloud.discovery.client.simple.instances.%s[0].uri".formatted(service), server::baseUrl);
        }
        properties.add("spring.cloud.discovery.client.simple.instances.user-service[0].uri", server::baseUrl);
        properties.add("AUTH_URL", server::baseUrl);
    }

    /** Resets the server to all contracts of these providers and forgets all received requests. */
    public void playContractsOf(String... providers) {
        server.resetAll();
        server.stubFor(WireMock.post("/oauth2/token")
                .willReturn(
                        WireMock.okJson("{\"access_token\":\"token\",\"token_type\":\"Bearer\",\"expires_in\":900}")));
        server.stubFor(WireMock.post("/oauth2/introspect")
                .willReturn(WireMock.okJson("{\"active\":true,\"iss\":\"http://localhost:8080\"}")));
        for (var provider : providers) {
            contractsOf(provider);
        }
    }

    /** Overrides the contracts for matching requests. */
    public StubMapping override(MappingBuilder mapping) {
        return server.stubFor(mapping.atPriority(1));
    }

    public WireMockServer server() {
        return server;
    }

    /** Returns a contract, so that a test can modify it. */
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
