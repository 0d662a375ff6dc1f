package openset.http.issuer;

import java.util.List;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.keys.ApiKeys;
import openset.issuer.Issuer;
import openset.issuer.registration.VerificationId;

/**
 * What an issuer's people do about registrations of cards that one of them has to look at.
 *
 * <pre>
 * POST /api/accounts/{id}/review       whether a person decides on this card's registrations
 * GET  /api/registrations              those that wait, the oldest first
 * POST /api/registrations/{id}/decision
 * </pre>
 */
final class ReviewApi {
  private final Issuer issuer;

  private ReviewApi(Issuer issuer) {
    this.issuer = issuer;
  }

  /** The routes, for {@code staff} alone; each may be called again without harm. */
  static List<Mount> routes(Issuer issuer, ApiKeys staff) {
    ReviewApi api = new ReviewApi(issuer);
    return List.of(
        JsonRoute.post("/api/accounts/{id}/review", RegistrationJson.Review.class, api::review)
            .only(staff),
        JsonRoute.get("/api/registrations", api::waiting).only(staff),
        JsonRoute.post(
                "/api/registrations/{id}/decision", RegistrationJson.Decision.class, api::decide)
            .only(staff));
  }

  private RegistrationJson.Review review(Call<RegistrationJson.Review> call) throws HttpRefused {
    if (issuer.accounts().review(Staff.account(call), call.body().review())) return call.body();
    throw HttpRefused.notFound();
  }

  private RegistrationJson.Waiting waiting(Call<Call.None> call) {
    return new RegistrationJson.Waiting(
        issuer.registration().pending().stream().map(VerificationId::value).toList());
  }

  private RegistrationJson.Outcome decide(Call<RegistrationJson.Decision> call)
      throws HttpRefused {
    try {
      VerificationId id = new VerificationId(call.part("id"));
      return RegistrationJson.Outcome.of(
          issuer.registration().decide(id, call.body().accept(), Staff.name(call)));
    } catch (IllegalArgumentException e) {
      throw HttpRefused.notFound();
    }
  }
}
