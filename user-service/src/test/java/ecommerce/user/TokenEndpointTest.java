package ecommerce.user;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestSecrets;
import java.text.ParseException;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.util.MultiValueMap;

/** Sends requests to the OAuth 2 endpoints of user-service, with the secret of every client. */
@ServiceTest
public abstract class TokenEndpointTest {

    @Autowired
    protected RestTestClient client;

    protected Map<?, ?> token(String clientId, Map<String, String> parameters) {
        return post("/oauth2/token", clientId, parameters)
                .expectStatus()
                .isOk()
                .returnResult(Map.class)
                .getResponseBody();
    }

    protected ResponseSpec post(String path, String clientId, Map<String, String> parameters) {
        return client.post()
                .uri(path)
                .headers(headers -> headers.setBasicAuth(clientId, TestSecrets.VALUE))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form(parameters))
                .exchange();
    }

    protected static MultiValueMap<String, String> form(Map<String, String> parameters) {
        return MultiValueMap.fromSingleValue(parameters);
    }

    protected static JWTClaimsSet claims(Map<?, ?> answer) throws ParseException {
        return SignedJWT.parse((String) answer.get("access_token")).getJWTClaimsSet();
    }
}
