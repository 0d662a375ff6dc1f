package openset.http.acquirer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import openset.acquirer.Acquirer;
import openset.acquirer.office.Office;
import openset.acquirer.store.Payout;
import openset.acquirer.store.Traffic;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.keys.ApiKeys;

/**
 * What an acquirer's people see and do.
 *
 * <pre>
 * GET  /api/authorizations?merchant=&amp;sort=time|amount|merchant&amp;from=&amp;most=
 * GET  /api/authorizations/unmatched   approved and not captured, the oldest first
 * GET  /api/authorizations/expiring?days=
 * GET  /api/merchants/{id}/items?cycle=
 * GET  /api/items/{authorization}/{key}/fees
 * GET  /api/fees?since=&amp;until=
 * GET  /api/merchants/{id}/statement/{currency}?since=&amp;until=
 * GET  /api/payouts                    on their way
 * POST /api/payouts                    pays what is owed, once a day
 * POST /api/payouts/{number}           what became of one
 * GET  /api/chargebacks?merchant=
 * GET  /api/chargebacks/{issuer}/{number}
 * GET  /api/chargebacks/{issuer}/{number}/evidence/{digest}
 * GET  /api/breaks
 * POST /api/breaks/{number}            somebody has seen to it
 * GET  /api/waiting                    what was not delivered yet, with its attempts
 * </pre>
 */
final class OfficeApi {
  private final Acquirer acquirer;
  private final Office office;

  private OfficeApi(Acquirer acquirer) {
    this.acquirer = acquirer;
    this.office = acquirer.office();
  }

  /** The routes, for {@code staff} alone. */
  static List<Mount> routes(Acquirer acquirer, ApiKeys staff) {
    OfficeApi api = new OfficeApi(acquirer);
    String dispute = "/api/chargebacks/{issuer}/{number}";
    return List.of(
        JsonRoute.get("/api/authorizations", api::authorizations).only(staff),
        JsonRoute.get("/api/authorizations/unmatched", api::unmatched).only(staff),
        JsonRoute.get("/api/authorizations/expiring", api::expiring).only(staff),
        JsonRoute.get("/api/merchants/{id}/items", api::items).only(staff),
        JsonRoute.get("/api/items/{authorization}/{key}/fees", api::itemFees).only(staff),
        JsonRoute.get("/api/fees", api::fees).only(staff),
        JsonRoute.get("/api/merchants/{id}/statement/{currency}", api::statement).only(staff),
        JsonRoute.get("/api/payouts", api::payouts).only(staff),
        JsonRoute.post("/api/payouts", Call.None.class, api::fund).only(staff),
        JsonRoute.post("/api/payouts/{number}", OfficeJson.Ended.class, api::ended).only(staff),
        JsonRoute.get("/api/chargebacks", api::chargebacks).only(staff),
        JsonRoute.get(dispute, api::chargeback).only(staff),
        JsonRoute.get(dispute + "/evidence/{digest}", api::evidence).only(staff),
        JsonRoute.get("/api/breaks", api::breaks).only(staff),
        JsonRoute.post("/api/breaks/{number}", OfficeJson.Note.class, api::clear).only(staff),
        JsonRoute.get("/api/waiting", api::waiting).only(staff));
  }

  private OfficeJson.Authorizations authorizations(Call<Call.None> call) throws HttpRefused {
    String sort = call.parameter("sort").orElse("time").toUpperCase(Locale.ROOT);
    try {
      return OfficeJson.Authorizations.of(
          office.authorizations(
              call.parameter("merchant"), Traffic.Sort.valueOf(sort), Asked.page(call)));
    } catch (IllegalArgumentException e) {
      throw Asked.refused("sort");
    }
  }

  private OfficeJson.Authorizations unmatched(Call<Call.None> call) throws HttpRefused {
    return OfficeJson.Authorizations.of(
        office.unmatched(call.parameter("merchant"), Asked.page(call)));
  }

  private OfficeJson.Authorizations expiring(Call<Call.None> call) throws HttpRefused {
    return OfficeJson.Authorizations.of(
        office.expiring(call.parameter("merchant"), Asked.days(call), Asked.page(call)));
  }

  private OfficeJson.Items items(Call<Call.None> call) throws HttpRefused {
    acquirer.merchant(call.part("id")).orElseThrow(HttpRefused::notFound);
    return OfficeJson.Items.of(
        office.items(call.part("id"), call.parameter("cycle"), Asked.page(call)));
  }

  private OfficeJson.ItemFees itemFees(Call<Call.None> call) throws HttpRefused {
    return OfficeJson.ItemFees.of(
        acquirer.fees(Asked.hex(call, "authorization"), Asked.hex(call, "key")));
  }

  private OfficeJson.Fees fees(Call<Call.None> call) throws HttpRefused {
    Asked.Period period = Asked.period(call, office.now());
    return OfficeJson.Fees.of(office.fees(period.from(), period.until()));
  }

  private OfficeJson.Statement statement(Call<Call.None> call) throws HttpRefused {
    acquirer.merchant(call.part("id")).orElseThrow(HttpRefused::notFound);
    Asked.Period period = Asked.period(call, office.now());
    return OfficeJson.Statement.of(
        office.statement(
            call.part("id"), Asked.currency(call), period.from(), period.until()));
  }

  private OfficeJson.Payouts payouts(Call<Call.None> call) throws HttpRefused {
    return OfficeJson.Payouts.of(office.payouts(Asked.page(call).most()));
  }

  private OfficeJson.Payouts fund(Call<Call.None> call) {
    return OfficeJson.Payouts.of(acquirer.fund());
  }

  private OfficeJson.Ended ended(Call<OfficeJson.Ended> call) throws HttpRefused {
    try {
      Payout.End end = new Payout.End(call.body().paid(), call.body().reference());
      if (!acquirer.ended(Asked.number(call), end)) {
        throw new HttpRefused(
            409, "acquirer.payout", "There is no such payout, or it ended otherwise.");
      }
      return call.body();
    } catch (IllegalArgumentException e) {
      throw Asked.refused(e.getMessage());
    }
  }

  private OfficeJson.Chargebacks chargebacks(Call<Call.None> call) throws HttpRefused {
    return OfficeJson.Chargebacks.of(
        office.disputes(call.parameter("merchant"), Asked.page(call)));
  }

  private OfficeJson.History chargeback(Call<Call.None> call) throws HttpRefused {
    return Histories.of(office, Asked.dispute(call), Optional.empty());
  }

  private OfficeJson.Proof evidence(Call<Call.None> call) throws HttpRefused {
    return office.evidence(Asked.dispute(call)).stream()
        .filter(each -> each.digest().hex().equals(call.part("digest")))
        .findFirst()
        .map(each -> new OfficeJson.Proof(Histories.pieces(each.octets())))
        .orElseThrow(HttpRefused::notFound);
  }

  private OfficeJson.OpenBreaks breaks(Call<Call.None> call) throws HttpRefused {
    return OfficeJson.OpenBreaks.of(office.breaks(Asked.page(call).most()));
  }

  private OfficeJson.Note clear(Call<OfficeJson.Note> call) throws HttpRefused {
    String note = call.body().note();
    if (note.isBlank() || note.length() > 1_000) throw Asked.refused("note");
    String by = call.peer().client().orElseThrow().name();
    if (!office.clear(Asked.number(call), by + ": " + note)) throw HttpRefused.notFound();
    return call.body();
  }

  private OfficeJson.Waiting waiting(Call<Call.None> call) throws HttpRefused {
    return OfficeJson.Waiting.of(office.waiting(Asked.page(call)));
  }
}
