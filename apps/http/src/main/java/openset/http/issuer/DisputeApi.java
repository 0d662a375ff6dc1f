package openset.http.issuer;

import java.util.Base64;
import java.util.List;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.keys.ApiKeys;
import openset.http.once.AnswerStore;
import openset.issuer.Issuer;
import openset.issuer.desk.DisputeDesk;
import openset.issuer.desk.DisputeDesk.Acted;
import openset.issuer.desk.DisputeDesk.Intake;
import openset.issuer.desk.DisputeDesk.Wish;
import openset.issuer.dispute.DisputeReason;
import openset.issuer.dispute.Outcome;

/** Disputes of posted lines, for the bank's people. */
final class DisputeApi {
  private final DisputeDesk disputes;

  private DisputeApi(DisputeDesk disputes) {
    this.disputes = disputes;
  }

  /** The routes, for {@code staff} alone. */
  static List<Mount> routes(Issuer issuer, ApiKeys staff, AnswerStore once) {
    DisputeApi api = new DisputeApi(issuer.disputes());
    return List.of(
        JsonRoute.post("/api/accounts/{id}/disputes", DisputeJson.Wish.class, api::open)
            .answering(201)
            .only(staff)
            .once(once),
        JsonRoute.get("/api/accounts/{id}/disputes", api::of).only(staff),
        JsonRoute.get("/api/disputes/{number}", api::dispute).only(staff),
        JsonRoute.post(
                "/api/disputes/{number}/evidence-request", Call.None.class, api::askEvidence)
            .only(staff),
        JsonRoute.post("/api/disputes/{number}/evidence", DisputeJson.Bundle.class, api::attach)
            .only(staff)
            .once(once),
        JsonRoute.post("/api/disputes/{number}/chargeback", Call.None.class, api::chargeBack)
            .only(staff),
        JsonRoute.post("/api/disputes/{number}/accept", Call.None.class, api::accept)
            .only(staff),
        JsonRoute.post("/api/disputes/{number}/arbitration", Call.None.class, api::arbitrate)
            .only(staff),
        JsonRoute.post("/api/disputes/{number}/close", DisputeJson.Close.class, api::close)
            .only(staff));
  }

  private DisputeJson.Whole open(Call<DisputeJson.Wish> call) throws HttpRefused {
    DisputeJson.Wish said = call.body();
    DisputeReason reason =
        DisputeReason.of(said.reason())
            .orElseThrow(() -> new HttpRefused(422, "dispute.reason", "No such reason."));
    try {
      Wish wish = new Wish(said.line(), said.amountMinor(), reason, said.story());
      Intake intake = disputes.open(Staff.account(call), wish, Staff.name(call));
      refuse(intake.acted());
      return view(intake.number().orElseThrow());
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(422, "dispute.story", "A story has up to 2000 characters.");
    }
  }

  private DisputeJson.Listed of(Call<Call.None> call) throws HttpRefused {
    return DisputeJson.Listed.of(disputes.of(Staff.account(call)));
  }

  private DisputeJson.Whole dispute(Call<Call.None> call) throws HttpRefused {
    return view(call.part("number"));
  }

  private DisputeJson.Whole askEvidence(Call<Call.None> call) throws HttpRefused {
    return after(call, disputes.askEvidence(call.part("number"), Staff.name(call)));
  }

  private DisputeJson.Whole attach(Call<DisputeJson.Bundle> call) throws HttpRefused {
    try {
      byte[] bundle = Base64.getDecoder().decode(String.join("", call.body().pieces()));
      return after(call, disputes.attach(call.part("number"), bundle, Staff.name(call)));
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(422, "dispute.evidence", "A bundle comes in base64.");
    }
  }

  private DisputeJson.Whole chargeBack(Call<Call.None> call) throws HttpRefused {
    return after(call, disputes.chargeBack(call.part("number"), Staff.name(call)));
  }

  private DisputeJson.Whole accept(Call<Call.None> call) throws HttpRefused {
    return after(call, disputes.accept(call.part("number"), Staff.name(call)));
  }

  private DisputeJson.Whole arbitrate(Call<Call.None> call) throws HttpRefused {
    return after(call, disputes.arbitrate(call.part("number"), Staff.name(call)));
  }

  private DisputeJson.Whole close(Call<DisputeJson.Close> call) throws HttpRefused {
    try {
      Outcome outcome = Outcome.valueOf(call.body().outcome());
      return after(call, disputes.close(call.part("number"), outcome, Staff.name(call)));
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(422, "dispute.outcome", "No such outcome.");
    }
  }

  private DisputeJson.Whole after(Call<?> call, Acted acted) throws HttpRefused {
    refuse(acted);
    return view(call.part("number"));
  }

  private DisputeJson.Whole view(String number) throws HttpRefused {
    return DisputeJson.Whole.of(disputes.view(number).orElseThrow(HttpRefused::notFound));
  }

  private static void refuse(Acted acted) throws HttpRefused {
    switch (acted) {
      case DONE -> {}
      case UNKNOWN -> throw HttpRefused.notFound();
      case NOT_NOW ->
          throw new HttpRefused(409, "dispute.state", "The dispute is not where this is done.");
      case TWICE ->
          throw new HttpRefused(409, "dispute.twice", "This line is disputed, or was.");
      case TOO_MUCH ->
          throw new HttpRefused(422, "dispute.amount", "No more is left of this line.");
      case TOO_LATE -> throw new HttpRefused(422, "dispute.time", "Its time is over.");
    }
  }
}
