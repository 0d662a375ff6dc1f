package openset.http.authority;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import openset.authority.Authority;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.keys.ApiKeys;
import openset.pki.issue.RevocationReason;

/**
 * By which a bank revokes certificates of its cardholders, or of its merchants and gateways. The
 * new list is published before the bank is answered.
 *
 * <pre>
 * POST /api/revocations               {"serial": "7dcc...0a", "reason": "keyCompromise"}
 * POST /api/revocations/registration  {"registration": "5b1f...", "reason": "superseded"}
 * </pre>
 */
public final class RevocationApi {
  private static final Map<String, RevocationReason> REASONS =
      Map.of(
          "unspecified", RevocationReason.UNSPECIFIED,
          "keyCompromise", RevocationReason.KEY_COMPROMISE,
          "affiliationChanged", RevocationReason.AFFILIATION_CHANGED,
          "superseded", RevocationReason.SUPERSEDED,
          "cessationOfOperation", RevocationReason.CESSATION_OF_OPERATION);

  private final Authority authority;

  private RevocationApi(Authority authority) {
    this.authority = authority;
  }

  /**
   * The route.
   *
   * @param banks who may call it; the name of a key is the bank's BIN
   */
  public static List<Mount> routes(Authority authority, ApiKeys banks) {
    RevocationApi api = new RevocationApi(authority);
    return List.of(
        JsonRoute.post("/api/revocations", Revocation.class, api::revoke).only(banks),
        JsonRoute.post(
                "/api/revocations/registration", OfRegistration.class, api::revokeRegistered)
            .only(banks));
  }

  /**
   * What a bank wants revoked.
   *
   * @param serial of the certificate, hexadecimal
   * @param reason as RFC 5280 names it: {@code unspecified}, {@code keyCompromise}, {@code
   *     affiliationChanged}, {@code superseded} or {@code cessationOfOperation}
   */
  public record Revocation(String serial, String reason) {}

  /** That it is revoked; {@code already} where it was before, for the reason it had then. */
  public record Revoked(String serial, boolean already) {}

  /**
   * What a bank wants revoked whatever its number.
   *
   * @param registration by which name the bank was asked about it
   * @param reason as of a {@link Revocation}
   */
  public record OfRegistration(String registration, String reason) {}

  /** That all that came of it is revoked; {@code already} where it was before. */
  public record RevokedRegistration(String registration, boolean already) {}

  private RevokedRegistration revokeRegistered(Call<OfRegistration> call) throws HttpRefused {
    RevocationReason reason = reason(call.body().reason());
    String registration = call.body().registration();
    String bank = call.peer().client().orElseThrow().name();
    return switch (authority.revokeFor(bank, registration, reason)) {
      // W10: what is not the bank's looks like what came to nothing.
      case NOT_THE_BANKS ->
          throw new HttpRefused(404, "CRL-12", "There is no certificate of that registration.");
      case UNDER_WAY -> throw new HttpRefused(409, "CRL-12", "It is not decided yet: ask again.");
      case ALREADY -> new RevokedRegistration(registration, true);
      case DONE -> new RevokedRegistration(registration, false);
    };
  }

  private static RevocationReason reason(String name) throws HttpRefused {
    RevocationReason reason = REASONS.get(name);
    if (reason == null) {
      throw new HttpRefused(422, "CRL-11", "There is no reason of that name.");
    }
    return reason;
  }

  private Revoked revoke(Call<Revocation> call) throws HttpRefused {
    RevocationReason reason = reason(call.body().reason());
    String serial = call.body().serial();
    // W10: what is not the bank's looks like what is not there.
    if (!serial.matches("[0-9a-f]{1,40}")) throw HttpRefused.notFound();
    String bank = call.peer().client().orElseThrow().name();
    return switch (authority.revokeFor(bank, new BigInteger(serial, 16), reason)) {
      case NOT_THE_BANKS, UNDER_WAY -> throw HttpRefused.notFound();
      case ALREADY -> new Revoked(serial, true);
      case DONE -> new Revoked(serial, false);
    };
  }
}
