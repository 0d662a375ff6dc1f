package openset.cli.client;

import java.net.URI;
import java.util.Optional;
import openset.http.Call;
import openset.http.issuer.DisputeJson;
import openset.http.keys.ApiKey;

/** What an issuer's people do about disputes of its holders. */
public final class DisputeClient implements AutoCloseable {
  private final Calls calls;

  /** An issuer, with the key of its own people. */
  DisputeClient(String name, URI api, ApiKey staff) {
    this.calls = new Calls(name, api, Optional.of(staff));
  }

  /** Takes a holder's dispute of a line of the statement in; its number. */
  public String open(String account, DisputeJson.Wish wish) throws CallFailed {
    String path = "/api/accounts/" + account + "/disputes";
    return calls.anew(path, wish, DisputeJson.Whole.class).dispute().number();
  }

  /** A dispute. */
  public DisputeJson.Whole dispute(String number) throws CallFailed {
    return calls.get("/api/disputes/" + number, DisputeJson.Whole.class);
  }

  /** Attaches a bundle of evidence, in base64, which the issuer judges. */
  public DisputeJson.Whole attach(String number, String evidence) throws CallFailed {
    String path = "/api/disputes/" + number + "/evidence";
    DisputeJson.Bundle bundle = new DisputeJson.Bundle(Pieces.of(evidence));
    return calls.anew(path, bundle, DisputeJson.Whole.class);
  }

  /** Charges the disputed amount back. */
  public void chargeBack(String number) throws CallFailed {
    act(number, "chargeback");
  }

  /** Takes a dispute to arbitration. */
  public void arbitrate(String number) throws CallFailed {
    act(number, "arbitration");
  }

  private void act(String number, String act) throws CallFailed {
    String path = "/api/disputes/" + number + "/" + act;
    calls.post(path, Call.None.NONE, DisputeJson.Whole.class);
  }

  @Override
  public void close() {
    calls.close();
  }
}
