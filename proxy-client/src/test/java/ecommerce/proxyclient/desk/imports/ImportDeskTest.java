package ecommerce.proxyclient.desk.imports;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.BeforeEach;

/** Stubs a job, for the tests of the desk's imports. */
abstract class ImportDeskTest extends ProxyClientTest {

    static final String LIST = "/app/desk/imports";
    static final String JOB = """
            {"jobId":5,"state":"%s","requestedBy":"root","bytes":200,"bytesRead":%d,"acceptedAt":"2026-01-02T03:04:05Z",%s
             "counts":{"created":1,"updated":22,"unchanged":333,"refused":4,
                       "stock":{"opened":1,"added":2,"removed":3,"productsMoved":4,"differing":5}}}""";
    static final String RUNNING = JOB.formatted("RUNNING", 50, "");
    static final String FINISHED = JOB.formatted("FINISHED", 200, "\"endedAt\":\"2026-01-02T03:05:05Z\",");

    final String staff = TestTokens.admin();

    @BeforeEach
    void haveAJob() {
        services.have("GET", "/api/products/imports", ServiceStubs.list(RUNNING));
        services.have("GET", "/api/products/imports/5", RUNNING);
    }
}
