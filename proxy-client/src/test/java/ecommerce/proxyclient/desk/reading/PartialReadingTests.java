package ecommerce.proxyclient.desk.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class PartialReadingTests {

    @AfterEach
    void leaveRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void readsFromServicesAtTheSameTime() {
        var bothRead = new CyclicBarrier(2);

        try (var reading = new PartialReading()) {
            var one = reading.start(service -> meet(bothRead));
            var other = reading.start(service -> meet(bothRead));

            assertThat(one.get()).isNotEqualTo(other.get());
        }
    }

    private static int meet(CyclicBarrier barrier) {
        try {
            return barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void readsInTheRequestAndTheTraceOfThePage() {
        var page = new MockHttpServletRequest("GET", "/app/desk");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(page));
        var observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(context -> true);
        var observation = Observation.start("page", observations);

        try (var _ = observation.openScope();
                var reading = new PartialReading()) {
            var request = reading.start(service ->
                    ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest());
            var current = reading.start(service -> observations.getCurrentObservation());

            assertThat(request.get()).isSameAs(page);
            assertThat(current.get()).isSameAs(observation);
        }
    }

    @Test
    void doesNotAskAServiceAgainThatHasFailed() {
        var isAskedAgain = new AtomicBoolean();

        try (var reading = new PartialReading()) {
            var read = reading.start(service -> {
                assertThat(service.<String>one("first", () -> {
                            throw new ResourceAccessException("connection refused");
                        }))
                        .isNull();
                return service.<Boolean>one("second", () -> isAskedAgain.getAndSet(true));
            });

            assertThat(read.get()).isNull();
            assertThat(reading.missing()).containsExactly("first", "second");
        }
        assertThat(isAskedAgain).isFalse();
    }

    /** Such as a reading that goes on in a request that has ended. */
    @Test
    void leavesNoReadingBehindIfOneIsRefused() {
        var isRead = new AtomicBoolean();
        var bothRead = new CyclicBarrier(2);

        assertThatExceptionOfType(HttpClientErrorException.class).isThrownBy(() -> {
            try (var reading = new PartialReading()) {
                var refused = reading.start(service -> service.one("first", () -> {
                    throw HttpClientErrorException.create(
                            HttpStatus.FORBIDDEN, "", HttpHeaders.EMPTY, new byte[0], null);
                }));
                reading.start(service -> {
                    meet(bothRead);
                    return isRead.getAndSet(true);
                });
                reading.start(service -> meet(bothRead));
                refused.get();
            }
        });

        assertThat(isRead).isTrue();
    }
}
