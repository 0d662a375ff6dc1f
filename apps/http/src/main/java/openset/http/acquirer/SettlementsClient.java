package openset.http.acquirer;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import openset.asn1.Der;
import openset.evidence.Claim;
import openset.http.client.HttpFailure;
import openset.http.client.JsonClient;
import openset.merchant.settlement.Settlements;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.set.data.Digest;
import openset.set.data.XID;

/** An acquirer's statement over HTTP, as a merchant reaches it with its key. */
public final class SettlementsClient implements Settlements {
  private final JsonClient client;
  private final URI acquirer;

  /**
   * A client.
   *
   * @param client with the merchant's key
   * @param acquirer where the acquirer serves its API
   */
  public SettlementsClient(JsonClient client, URI acquirer) {
    this.client = client;
    this.acquirer = acquirer;
  }

  @Override
  public List<Claim.SettlementLine> of(BrandID brandID, XID xid) throws IOException {
    try {
      URI from = acquirer.resolve("/merchant/settlements/" + xid);
      List<Claim.SettlementLine> lines = new ArrayList<>();
      for (OfficeJson.Settled each :
          client.get(from, OfficeJson.Settlements.class).settlements()) {
        lines.add(line(each));
      }
      return lines;
    } catch (HttpFailure failure) {
      throw new IOException(failure.getMessage(), failure);
    } catch (IllegalArgumentException e) {
      throw new IOException("the acquirer's statement cannot be read", e);
    }
  }

  private static Claim.SettlementLine line(OfficeJson.Settled said) {
    return new Claim.SettlementLine(
        Der.ofHex(said.item()),
        amount(said.amount()),
        amount(said.fee()),
        said.cycle(),
        said.settled(),
        said.payout()
            .map(
                each ->
                    new Claim.Payout(
                        each.reference(),
                        amount(each.amount()),
                        each.instructed(),
                        new Digest(Der.ofHex(each.transfer())))));
  }

  private static CurrencyAmount amount(OfficeJson.Amount said) {
    return new CurrencyAmount(new CurrencyCode(said.currency()), said.minor());
  }
}
