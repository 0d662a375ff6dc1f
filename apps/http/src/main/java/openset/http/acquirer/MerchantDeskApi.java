package openset.http.acquirer;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import openset.acquirer.Acquirer;
import openset.acquirer.dispute.Speaker;
import openset.acquirer.office.Office;
import openset.acquirer.store.Settlements;
import openset.crypto.DigestAlgorithm;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.keys.ApiKeys;
import openset.iso20022.AccountStatement;
import openset.iso20022.CustomerTransfers;

/**
 * What the office of a merchant sees and does at its acquirer. The name of its key is the
 * acquirer's number for the merchant; what belongs to another looks as if it were not there.
 *
 * <pre>
 * GET  /merchant/authorizations/expiring?days=   not captured yet, and their time ends soon
 * GET  /merchant/items?cycle=
 * GET  /merchant/items/{authorization}/{key}/fees
 * GET  /merchant/statement/{currency}?since=&amp;until=
 * GET  /merchant/payouts
 * GET  /merchant/settlements/{xid}               captures of a purchase that were settled
 * GET  /merchant/reserves
 * GET  /merchant/chargebacks
 * GET  /merchant/chargebacks/{issuer}/{number}
 * POST /merchant/chargebacks/{issuer}/{number}/accept
 * POST /merchant/chargebacks/{issuer}/{number}/contest
 * GET  /merchant/notices?after=                  steps of its disputes that it was not told yet
 * </pre>
 */
final class MerchantDeskApi {
  private final Acquirer acquirer;
  private final Office office;

  private MerchantDeskApi(Acquirer acquirer) {
    this.acquirer = acquirer;
    this.office = acquirer.office();
  }

  /** The routes, for merchants. */
  static List<Mount> routes(Acquirer acquirer, ApiKeys merchants) {
    MerchantDeskApi api = new MerchantDeskApi(acquirer);
    Readings own =
        new Readings(
            acquirer,
            call -> Optional.of(merchant(call)),
            call -> new Speaker.Merchant(merchant(call)));
    String dispute = "/merchant/chargebacks/{issuer}/{number}";
    return List.of(
        JsonRoute.get("/merchant/authorizations/expiring", own::expiring).only(merchants),
        JsonRoute.get("/merchant/items", own::items).only(merchants),
        JsonRoute.get("/merchant/items/{authorization}/{key}/fees", own::itemFees)
            .only(merchants),
        JsonRoute.get("/merchant/statement/{currency}", own::statement).only(merchants),
        JsonRoute.get("/merchant/payouts", api::payouts).only(merchants),
        JsonRoute.get("/merchant/settlements/{xid}", api::settlements).only(merchants),
        JsonRoute.get("/merchant/reserves", api::reserves).only(merchants),
        JsonRoute.get("/merchant/chargebacks", own::chargebacks).only(merchants),
        JsonRoute.get(dispute, own::chargeback).only(merchants),
        JsonRoute.post(dispute + "/accept", Call.None.class, own::accept).only(merchants),
        JsonRoute.post(dispute + "/contest", OfficeJson.Proof.class, own::contest)
            .only(merchants),
        JsonRoute.get("/merchant/notices", api::notices).only(merchants));
  }

  private static String merchant(Call<?> call) {
    return call.peer().client().orElseThrow().name();
  }

  private OfficeJson.Settlements settlements(Call<Call.None> call) throws HttpRefused {
    return new OfficeJson.Settlements(
        office.settled(merchant(call), Asked.hex(call, "xid")).stream()
            .map(this::settled)
            .toList());
  }

  private OfficeJson.Settled settled(Settlements.Line line) {
    return new OfficeJson.Settled(
        line.item().hex(),
        OfficeJson.Amount.of(line.amount()),
        OfficeJson.Amount.of(line.fee()),
        line.cycle(),
        line.booked(),
        line.payout().map(this::paidOut));
  }

  private OfficeJson.PaidOut paidOut(long number) {
    byte[] transfer = acquirer.transfer(number).orElseThrow();
    AccountStatement.Line booked = CustomerTransfers.booked(transfer).getFirst();
    return new OfficeJson.PaidOut(
        booked.reference(),
        OfficeJson.Amount.of(booked.amount().negated()),
        office.instructed(number),
        HexFormat.of().formatHex(DigestAlgorithm.SHA256.digest(transfer)));
  }

  private OfficeJson.Payouts payouts(Call<Call.None> call) throws HttpRefused {
    int below = Asked.number(call, "below", Integer.MAX_VALUE);
    return OfficeJson.Payouts.of(
        office.payouts(merchant(call), below, Asked.look(call).size()));
  }

  private OfficeJson.Reserves reserves(Call<Call.None> call) {
    return new OfficeJson.Reserves(
        office.reserves(merchant(call)).stream().map(OfficeJson.Reserve::of).toList());
  }

  private OfficeJson.Steps notices(Call<Call.None> call) throws HttpRefused {
    int after = Asked.number(call, "after", 0);
    return OfficeJson.Steps.of(
        office.notices(merchant(call), after, Asked.look(call).size()));
  }
}
