package openset.http.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import org.junit.jupiter.api.Test;

class ApiKeysTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final byte[] BODY = "{\"amount\":5}".getBytes(UTF_8);

  private final ApiKey bearer = key("issuer-aurora", ApiKey.Scheme.BEARER, 1);
  private final ApiKey signed = key("cca-aurora", ApiKey.Scheme.SIGNED, 2);
  private final ApiKeys keys =
      ApiKeys.of(List.of(bearer, signed), InstantSource.fixed(NOW));

  private static ApiKey key(String name, ApiKey.Scheme scheme, int secret) {
    byte[] octets = new byte[32];
    octets[31] = (byte) secret;
    return new ApiKey(new ClientName(name), SecretBytes.of(octets), scheme);
  }

  private static Presented request(String target, String key, byte[] body) {
    return new Presented("POST", target, Optional.of(key), Optional.empty(), body);
  }

  private static Presented with(Presented request, String authorization) {
    return new Presented(
        request.method(),
        request.target(),
        request.idempotencyKey(),
        Optional.of(authorization),
        request.body());
  }

  private static final Presented REQUEST = request("/holds?x=1", "key-0001", BODY);

  private String sign(ApiKey key, Instant now) {
    return key.authorization(REQUEST, now, Randomness.secure());
  }

  @Test
  void knowsTheHolderOfABearerKey() {
    assertThat(keys.prove(with(REQUEST, sign(bearer, NOW)))).contains(bearer.client());
  }

  @Test
  void knowsWhoSignedARequest() {
    assertThat(keys.prove(with(REQUEST, sign(signed, NOW)))).contains(signed.client());
  }

  @Test
  void refusesARequestChangedInAnyPart() {
    String shown = sign(signed, NOW);
    byte[] changed = BODY.clone();
    changed[10] ^= 1;
    assertThat(
            List.of(
                keys.prove(with(request("/holds?x=2", "key-0001", BODY), shown)),
                keys.prove(with(request("/holds?x=1", "key-0002", BODY), shown)),
                keys.prove(with(request("/holds?x=1", "key-0001", changed), shown)),
                keys.prove(
                    new Presented(
                        "PUT", "/holds?x=1", Optional.of("key-0001"), Optional.of(shown), BODY)),
                keys.prove(
                    new Presented(
                        "POST", "/holds?x=1", Optional.empty(), Optional.of(shown), BODY))))
        .containsOnly(Optional.empty());
    assertThat(keys.prove(with(REQUEST, shown))).isPresent();
  }

  @Test
  void refusesASignatureUsedBefore() {
    String shown = sign(signed, NOW);
    assertThat(keys.prove(with(REQUEST, shown))).isPresent();
    assertThat(keys.prove(with(REQUEST, shown))).isEmpty();
  }

  @Test
  void refusesASignatureFromAnotherTime() {
    assertThat(keys.prove(with(REQUEST, sign(signed, NOW.minusSeconds(121))))).isEmpty();
    assertThat(keys.prove(with(REQUEST, sign(signed, NOW.plusSeconds(121))))).isEmpty();
    assertThat(keys.prove(with(REQUEST, sign(signed, NOW.minusSeconds(119))))).isPresent();
  }

  @Test
  void refusesAnotherSecretAnotherSchemeAndNobody() {
    ApiKey wrong = key("cca-aurora", ApiKey.Scheme.SIGNED, 3);
    ApiKey stranger = key("stranger", ApiKey.Scheme.SIGNED, 2);
    ApiKey asBearer = key("cca-aurora", ApiKey.Scheme.BEARER, 2);
    ApiKey asSigned = key("issuer-aurora", ApiKey.Scheme.SIGNED, 1);
    ApiKey nobody = key("nobody", ApiKey.Scheme.BEARER, 0);
    for (ApiKey key : List.of(wrong, stranger, asBearer, asSigned, nobody)) {
      assertThat(keys.prove(with(REQUEST, sign(key, NOW)))).isEmpty();
    }
  }

  @Test
  void refusesWhatIsNoKeyAtAll() {
    String shown = sign(signed, NOW);
    for (String text :
        List.of(
            "",
            "Bearer",
            "Bearer ~",
            "Bearer issuer-aurora~",
            "Bearer issuer-aurora~%%%",
            "Bearer issuer-aurora~AAAA~AAAA",
            "Basic aXNzdWVyOmE=",
            "OpenSET-HMAC ~~~",
            "OpenSET-HMAC cca-aurora~999999999999999999999~x~x",
            "OpenSET-HMAC cca-aurora~9223372036854775807~x~eA",
            shown.substring(0, shown.length() - 2),
            shown + "~")) {
      assertThat(keys.prove(with(REQUEST, text))).as(text).isEmpty();
    }
    assertThat(keys.prove(REQUEST)).isEmpty();
  }

  @Test
  void tellsNoSecretWhenPrinted() {
    String shown = sign(bearer, NOW);
    String secret = shown.substring(shown.indexOf('~') + 1);
    assertThat(List.of(bearer.toString(), keys.toString(), with(REQUEST, shown).toString()))
        .allSatisfy(text -> assertThat(text).doesNotContain(secret));
    assertThat(bearer.toString()).contains("issuer-aurora");
  }

  @Test
  void refusesShortSecretsAndNobodysName() {
    assertThatThrownBy(
            () ->
                new ApiKey(
                    new ClientName("a"), SecretBytes.of(new byte[15]), ApiKey.Scheme.BEARER))
        .isInstanceOf(IllegalArgumentException.class);
    ApiKey nobody = key("nobody", ApiKey.Scheme.BEARER, 0);
    assertThatThrownBy(() -> ApiKeys.of(List.of(nobody), InstantSource.fixed(NOW)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ClientName("a~b"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
