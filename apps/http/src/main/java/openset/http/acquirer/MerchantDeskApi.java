package openset.http.acquirer;

import java.util.List;
import java.util.Optional;
import openset.acquirer.Acquirer;
import openset.acquirer.office.Office;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.keys.ApiKeys;

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
    String dispute = "/merchant/chargebacks/{issuer}/{number}";
    return List.of(
        JsonRoute.get("/merchant/authorizations/expiring", api::expiring).only(merchants),
        JsonRoute.get("/merchant/items", api::items).only(merchants),
        JsonRoute.get("/merchant/items/{authorization}/{key}/fees", api::itemFees)
            .only(merchants),
        JsonRoute.get("/merchant/statement/{currency}", api::statement).only(merchants),
        JsonRoute.get("/merchant/payouts", api::payouts).only(merchants),
        JsonRoute.get("/merchant/reserves", api::reserves).only(merchants),
        JsonRoute.get("/merchant/chargebacks", api::chargebacks).only(merchants),
        JsonRoute.get(dispute, api::chargeback).only(merchants),
        JsonRoute.post(dispute + "/accept", Call.None.class, api::accept).only(merchants),
        JsonRoute.post(dispute + "/contest", OfficeJson.Proof.class, api::contest)
            .only(merchants),
        JsonRoute.get("/merchant/notices", api::notices).only(merchants));
  }

  private static String merchant(Call<?> call) {
    return call.peer().client().orElseThrow().name();
  }

  private OfficeJson.Authorizations expiring(Call<Call.None> call) throws HttpRefused {
    return OfficeJson.Authorizations.of(
        office.expiring(Optional.of(merchant(call)), Asked.days(call), Asked.page(call)));
  }

  private OfficeJson.Items items(Call<Call.None> call) throws HttpRefused {
    return OfficeJson.Items.of(
        office.items(merchant(call), call.parameter("cycle"), Asked.page(call)));
  }

  private OfficeJson.ItemFees itemFees(Call<Call.None> call) throws HttpRefused {
    var original = Asked.hex(call, "authorization");
    var key = Asked.hex(call, "key");
    boolean own =
        acquirer
            .item(original, key)
            .filter(item -> item.taken().merchant().equals(merchant(call)))
            .isPresent();
    if (!own) throw HttpRefused.notFound();
    return OfficeJson.ItemFees.of(acquirer.fees(original, key));
  }

  private OfficeJson.Statement statement(Call<Call.None> call) throws HttpRefused {
    Asked.Period period = Asked.period(call, office.now());
    return OfficeJson.Statement.of(
        office.statement(merchant(call), Asked.currency(call), period.from(), period.until()));
  }

  private OfficeJson.Payouts payouts(Call<Call.None> call) throws HttpRefused {
    int below = Asked.number(call, "below", Integer.MAX_VALUE);
    return OfficeJson.Payouts.of(
        office.payouts(merchant(call), below, Asked.page(call).most()));
  }

  private OfficeJson.Reserves reserves(Call<Call.None> call) {
    return new OfficeJson.Reserves(
        office.reserves(merchant(call)).stream().map(OfficeJson.Reserve::of).toList());
  }

  private OfficeJson.Chargebacks chargebacks(Call<Call.None> call) throws HttpRefused {
    return OfficeJson.Chargebacks.of(
        office.disputes(Optional.of(merchant(call)), Asked.page(call)));
  }

  private OfficeJson.History chargeback(Call<?> call) throws HttpRefused {
    return Histories.of(office, Asked.dispute(call), Optional.of(merchant(call)));
  }

  private OfficeJson.History accept(Call<Call.None> call) throws HttpRefused {
    chargeback(call);
    if (!acquirer.accept(Asked.dispute(call), merchant(call))) throw notTheTurn();
    return chargeback(call);
  }

  private OfficeJson.History contest(Call<OfficeJson.Proof> call) throws HttpRefused {
    chargeback(call);
    byte[] evidence = Histories.file(call.body().evidence());
    if (!acquirer.contest(Asked.dispute(call), merchant(call), evidence)) throw notTheTurn();
    return chargeback(call);
  }

  private static HttpRefused notTheTurn() {
    return new HttpRefused(
        409, "acquirer.dispute", "It is not for the merchant to say something now.");
  }

  private OfficeJson.Steps notices(Call<Call.None> call) throws HttpRefused {
    int after = Asked.number(call, "after", 0);
    return OfficeJson.Steps.of(
        office.notices(merchant(call), after, Asked.page(call).most()));
  }
}
