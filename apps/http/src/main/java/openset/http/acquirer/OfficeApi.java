package openset.http.acquirer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.acquirer.Acquirer;
import openset.acquirer.dispute.Speaker;
import openset.acquirer.office.Office;
import openset.acquirer.store.Payout;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.keys.ApiKeys;
import openset.store.listing.Look;

/**
 * What an acquirer's people see and do.
 *
 * <pre>
 * GET  /api/authorizations?merchant=&amp;sort=time|amount|merchant&amp;page=&amp;most=
 * GET  /api/authorizations/unmatched   approved and not captured, the oldest first
 * GET  /api/authorizations/expiring?days=
 * GET  /api/merchants/{id}/items?cycle=
 * GET  /api/items/{authorization}/{key}/fees
 * GET  /api/fees?since=&amp;until=
 * GET  /api/merchants/{id}/statement/{currency}?since=&amp;until=
 * GET  /api/payouts                    on their way
 * POST /api/payouts                    pays what is owed, once a day
 * POST /api/payouts/{number}           what became of one
 * GET  /api/payouts/{number}/transfer  as its bank takes it: pacs.008
 * POST /api/bank-statements            what became of many: camt.053
 * GET  /api/chargebacks?merchant=
 * GET  /api/chargebacks/{issuer}/{number}
 * GET  /api/chargebacks/{issuer}/{number}/evidence/{digest}
 * POST /api/chargebacks/{issuer}/{number}/accept    for the merchant
 * POST /api/chargebacks/{issuer}/{number}/contest
 * GET  /api/breaks
 * POST /api/breaks/{number}            somebody has seen to it
 * GET  /api/waiting                    what was not delivered yet, with its attempts
 * </pre>
 */
final class OfficeApi {
  private static final Set<String> SORTS = Set.of("time", "amount", "merchant");
  private final Acquirer acquirer;
  private final Office office;

  private OfficeApi(Acquirer acquirer) {
    this.acquirer = acquirer;
    this.office = acquirer.office();
  }

  /** The routes, for {@code staff} alone. */
  static List<Mount> routes(Acquirer acquirer, ApiKeys staff) {
    OfficeApi api = new OfficeApi(acquirer);
    Readings.Speaking speaking = call -> new Speaker.Person(caller(call));
    Readings all = new Readings(acquirer, call -> call.parameter("merchant"), speaking);
    Readings one = new Readings(acquirer, api::known, speaking);
    String dispute = "/api/chargebacks/{issuer}/{number}";
    return List.of(
        JsonRoute.get("/api/authorizations", api::authorizations).only(staff),
        JsonRoute.get("/api/authorizations/unmatched", api::unmatched).only(staff),
        JsonRoute.get("/api/authorizations/expiring", all::expiring).only(staff),
        JsonRoute.get("/api/merchants/{id}/items", one::items).only(staff),
        JsonRoute.get("/api/items/{authorization}/{key}/fees", all::itemFees).only(staff),
        JsonRoute.get("/api/fees", api::fees).only(staff),
        JsonRoute.get("/api/merchants/{id}/statement/{currency}", one::statement).only(staff),
        JsonRoute.get("/api/payouts", api::payouts).only(staff),
        JsonRoute.post("/api/payouts", Call.None.class, api::fund).only(staff),
        JsonRoute.post("/api/payouts/{number}", OfficeJson.Ended.class, api::ended).only(staff),
        JsonRoute.get("/api/payouts/{number}/transfer", api::transfer).only(staff),
        JsonRoute.post("/api/bank-statements", OfficeJson.BankStatement.class, api::reconcile)
            .only(staff),
        JsonRoute.get("/api/chargebacks", all::chargebacks).only(staff),
        JsonRoute.get(dispute, all::chargeback).only(staff),
        JsonRoute.get(dispute + "/evidence/{digest}", api::evidence).only(staff),
        JsonRoute.post(dispute + "/accept", Call.None.class, all::accept).only(staff),
        JsonRoute.post(dispute + "/contest", OfficeJson.Proof.class, all::contest).only(staff),
        JsonRoute.get("/api/breaks", api::breaks).only(staff),
        JsonRoute.post("/api/breaks/{number}", OfficeJson.Note.class, api::clear).only(staff),
        JsonRoute.get("/api/waiting", api::waiting).only(staff));
  }

  private static String caller(Call<?> call) {
    return call.peer().client().orElseThrow().name();
  }

  /** The merchant of the path. */
  private Optional<String> known(Call<?> call) throws HttpRefused {
    return Optional.of(
        acquirer.merchant(call.part("id")).orElseThrow(HttpRefused::notFound).id());
  }

  /** The latest, the largest, or by merchant. */
  private OfficeJson.Authorizations authorizations(Call<Call.None> call) throws HttpRefused {
    String sort = call.parameter("sort").orElse("time");
    if (!SORTS.contains(sort)) throw Asked.refused("sort");
    Look look = Asked.look(call, call.parameter("merchant")).by(sort, !sort.equals("merchant"));
    return OfficeJson.Authorizations.of(office.authorizations(look).rows());
  }

  private OfficeJson.Authorizations unmatched(Call<Call.None> call) throws HttpRefused {
    Look look = Asked.look(call, call.parameter("merchant"));
    return OfficeJson.Authorizations.of(office.unmatched(look).rows());
  }

  private OfficeJson.Fees fees(Call<Call.None> call) throws HttpRefused {
    return OfficeJson.Fees.of(office.fees(Asked.period(call, office.now())));
  }

  private OfficeJson.Payouts payouts(Call<Call.None> call) throws HttpRefused {
    Look look = Asked.look(call).of("state", "INSTRUCTED").by("day", false);
    return OfficeJson.Payouts.of(office.payouts(look).rows());
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

  private OfficeJson.Transfer transfer(Call<Call.None> call) throws HttpRefused {
    return acquirer
        .transfer(Asked.number(call))
        .map(xml -> new OfficeJson.Transfer(new String(xml, StandardCharsets.UTF_8)))
        .orElseThrow(HttpRefused::notFound);
  }

  private OfficeJson.Reconciled reconcile(Call<OfficeJson.BankStatement> call)
      throws HttpRefused {
    try {
      return OfficeJson.Reconciled.of(
          acquirer.reconcile(call.body().xml().getBytes(StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      throw Asked.refused(e.getMessage());
    }
  }

  private OfficeJson.Proof evidence(Call<Call.None> call) throws HttpRefused {
    return office.evidence(Asked.dispute(call)).stream()
        .filter(each -> each.digest().hex().equals(call.part("digest")))
        .findFirst()
        .map(each -> new OfficeJson.Proof(Histories.pieces(each.octets())))
        .orElseThrow(HttpRefused::notFound);
  }

  private OfficeJson.OpenBreaks breaks(Call<Call.None> call) throws HttpRefused {
    return OfficeJson.OpenBreaks.of(office.breaks(Asked.look(call).size()));
  }

  private OfficeJson.Note clear(Call<OfficeJson.Note> call) throws HttpRefused {
    String note = call.body().note();
    if (note.isBlank() || note.length() > 1_000) throw Asked.refused("note");
    if (!office.clear(Asked.number(call), caller(call) + ": " + note)) throw HttpRefused.notFound();
    return call.body();
  }

  private OfficeJson.Waiting waiting(Call<Call.None> call) throws HttpRefused {
    return OfficeJson.Waiting.of(office.waiting(Asked.look(call)).rows());
  }
}
