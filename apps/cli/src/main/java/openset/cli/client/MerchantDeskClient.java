package openset.cli.client;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import openset.http.acquirer.OfficeJson;
import openset.http.keys.ApiKey;

/** What the office of a merchant sees and does at its acquirer. */
public final class MerchantDeskClient implements AutoCloseable {
  private final Calls calls;

  /** An acquirer, with the key of one of its merchants. */
  MerchantDeskClient(String name, URI api, ApiKey merchant) {
    this.calls = new Calls(name, api, Optional.of(merchant));
  }

  /** The merchant's chargebacks; those that end first come first. */
  public List<OfficeJson.Chargeback> chargebacks() throws CallFailed {
    return calls.get("/merchant/chargebacks", OfficeJson.Chargebacks.class).chargebacks();
  }

  /** Contests a chargeback. @param evidence in base64 */
  public OfficeJson.History contest(OfficeJson.Chargeback chargeback, String evidence)
      throws CallFailed {
    String path =
        "/merchant/chargebacks/" + chargeback.issuer() + "/" + chargeback.number() + "/contest";
    return calls.post(path, new OfficeJson.Proof(Pieces.of(evidence)), OfficeJson.History.class);
  }

  /** The merchant's account of the last days. */
  public OfficeJson.Statement statement(int currency) throws CallFailed {
    return calls.get("/merchant/statement/" + currency, OfficeJson.Statement.class);
  }

  @Override
  public void close() {
    calls.close();
  }
}
