package ecommerce.defaults.problem;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.standaloneSetup;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class DataProblemTests {

    @RestController
    static class Failing {

        private RuntimeException failure = new IllegalStateException();

        @GetMapping("/things")
        String fail() {
            throw failure;
        }
    }

    private final Failing failing = new Failing();
    private final ProblemDetailsAdvice problems = new ProblemDetailsAdvice();
    private final MockMvc http = standaloneSetup(failing)
            .setControllerAdvice(
                    new DataProblemAdvice(problems, new UniqueFields(Map.of("account_email_key", "email"))), problems)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"08003", "08006", "57P01", "57P03", "53100", "53300", "58030", "25006"})
    void answers503WhileTheDatabaseIsUnavailable(String sqlState) throws Exception {
        failing.failure = new DataAccessResourceFailureException("", new SQLException("", sqlState));
        http.perform(get("/things"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"));

        failing.failure = new CannotCreateTransactionException("", new SQLException("", sqlState));
        http.perform(get("/things")).andExpect(status().isServiceUnavailable());

        failing.failure = new JpaSystemException(new IllegalStateException(new SQLException("", sqlState)));
        http.perform(get("/things")).andExpect(status().isServiceUnavailable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"55P03", "57014", "40P01", "40001"})
    void answers503AfterATimeoutOrADeadlock(String sqlState) throws Exception {
        failing.failure = new CannotAcquireLockException("", new SQLException("", sqlState));
        http.perform(get("/things"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"));

        failing.failure = new QueryTimeoutException("", new SQLException("", sqlState));
        http.perform(get("/things")).andExpect(status().isServiceUnavailable());
    }

    @Test
    void namesTheFieldOfAViolatedConstraint() throws Exception {
        failing.failure = new DuplicateKeyException("", violationOf("account_email_key"));
        http.perform(get("/things"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.errors[0].field").value("email"));

        failing.failure = new DuplicateKeyException("", violationOf("account_phone_key"));
        http.perform(get("/things"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.errors").doesNotExist());
    }

    private static PSQLException violationOf(String constraint) {
        return new PSQLException(new ServerErrorMessage("C23505\0n%s\0".formatted(constraint)));
    }

    @Test
    void answers500ForInvalidSql() throws Exception {
        failing.failure = new JpaSystemException(new IllegalStateException(new SQLException("", "42P01")));

        http.perform(get("/things")).andExpect(status().isInternalServerError());
    }
}
