package openset.http.acquirer;

import java.util.Optional;
import openset.acquirer.Acquirer;
import openset.acquirer.dispute.Speaker;
import openset.acquirer.office.Office;
import openset.acquirer.office.store.Period;
import openset.acquirer.store.Item;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.store.listing.Look;

/**
 * What an acquirer's people and its merchants read and say alike: the people of whatever merchant
 * they name, a merchant of itself, and what belongs to another looks as if it were not there.
 *
 * @param whose whose lists are wanted; empty for everybody's
 * @param speaker as whom the caller speaks in a dispute
 */
record Readings(Acquirer acquirer, Whose whose, Speaking speaker) {

  /** Says whose lists a caller wants, or may want. */
  @FunctionalInterface
  interface Whose {
    Optional<String> merchant(Call<?> call) throws HttpRefused;
  }

  /** Says as whom a caller speaks. */
  @FunctionalInterface
  interface Speaking {
    Speaker of(Call<?> call);
  }

  private Office office() {
    return acquirer.office();
  }

  private Look look(Call<?> call) throws HttpRefused {
    return Asked.look(call, whose.merchant(call));
  }

  OfficeJson.Authorizations expiring(Call<Call.None> call) throws HttpRefused {
    return OfficeJson.Authorizations.of(office().expiring(Asked.days(call), look(call)).rows());
  }

  OfficeJson.Items items(Call<Call.None> call) throws HttpRefused {
    Look all = look(call);
    Look wanted = call.parameter("cycle").map(cycle -> all.of("cycle", cycle)).orElse(all);
    return OfficeJson.Items.of(office().items(wanted).rows());
  }

  OfficeJson.ItemFees itemFees(Call<Call.None> call) throws HttpRefused {
    Optional<String> merchant = whose.merchant(call);
    Item.Taken item =
        acquirer
            .item(Asked.hex(call, "authorization"), Asked.hex(call, "key"))
            .map(Item::taken)
            .filter(each -> merchant.map(each.merchant()::equals).orElse(true))
            .orElseThrow(HttpRefused::notFound);
    return OfficeJson.ItemFees.of(acquirer.fees(item.approval().key(), item.key()));
  }

  OfficeJson.Statement statement(Call<Call.None> call) throws HttpRefused {
    Period period = Asked.period(call, office().now());
    return OfficeJson.Statement.of(
        office()
            .statement(
                whose.merchant(call).orElseThrow(HttpRefused::notFound),
                Asked.currency(call),
                period.from(),
                period.until()));
  }

  OfficeJson.Chargebacks chargebacks(Call<Call.None> call) throws HttpRefused {
    return OfficeJson.Chargebacks.of(office().disputes(look(call)).rows());
  }

  OfficeJson.History chargeback(Call<?> call) throws HttpRefused {
    return Histories.of(office(), Asked.dispute(call), whose.merchant(call));
  }

  OfficeJson.History accept(Call<Call.None> call) throws HttpRefused {
    chargeback(call);
    if (!acquirer.accept(Asked.dispute(call), speaker.of(call))) throw notTheTurn();
    return chargeback(call);
  }

  OfficeJson.History contest(Call<OfficeJson.Proof> call) throws HttpRefused {
    chargeback(call);
    byte[] evidence = Histories.file(call.body().evidence());
    if (!acquirer.contest(Asked.dispute(call), speaker.of(call), evidence)) throw notTheTurn();
    return chargeback(call);
  }

  private static HttpRefused notTheTurn() {
    return new HttpRefused(
        409, "acquirer.dispute", "It is not for the merchant to say something now.");
  }
}
