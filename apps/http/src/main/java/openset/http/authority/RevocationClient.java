package openset.http.authority;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import openset.http.Problem;
import openset.http.client.HttpFailure;
import openset.http.client.JsonClient;
import openset.issuer.registration.CardCertificates;
import openset.issuer.registration.VerificationId;

/** The authority over HTTP, as an issuer has certificates revoked there with its key. */
public final class RevocationClient implements CardCertificates {
  /** CRL-13: the key is the wallet's, and nothing says that anybody else has it. */
  private static final String REASON = "cessationOfOperation";

  private static final String RULE = "CRL-12";
  private static final int NONE = 404;
  private static final int UNDER_WAY = 409;

  private final JsonClient client;
  private final URI authority;

  /**
   * A client.
   *
   * @param client with the key that bank and authority share, under the bank's BIN
   * @param authority where the authority serves its API
   */
  public RevocationClient(JsonClient client, URI authority) {
    this.client = client;
    this.authority = authority;
  }

  @Override
  public Said revoke(VerificationId registration) throws IOException {
    try {
      RevocationApi.RevokedRegistration said =
          client.post(
              authority.resolve("/api/revocations/registration"),
              new RevocationApi.OfRegistration(registration.value(), REASON),
              RevocationApi.RevokedRegistration.class);
      return said.already() ? Said.ALREADY : Said.REVOKED;
    } catch (HttpFailure failure) {
      Optional<Integer> status =
          failure.problem().filter(each -> RULE.equals(each.rule())).map(Problem::status);
      if (status.equals(Optional.of(NONE))) return Said.NONE;
      if (status.equals(Optional.of(UNDER_WAY))) return Said.UNDER_WAY;
      throw new IOException(failure.getMessage(), failure);
    }
  }
}
