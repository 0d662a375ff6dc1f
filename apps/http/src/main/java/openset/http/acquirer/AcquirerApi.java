package openset.http.acquirer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.acquirer.Acquirer;
import openset.acquirer.Confirmation;
import openset.acquirer.GatewayClaim;
import openset.acquirer.GatewayConfirmation;
import openset.acquirer.MerchantClaim;
import openset.acquirer.store.Merchant;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.bank.LedgerSums;
import openset.http.keys.ApiKeys;
import openset.ledger.Money;

/** The routes of one acquirer. */
public final class AcquirerApi {
  private final Acquirer acquirer;

  private AcquirerApi(Acquirer acquirer) {
    this.acquirer = acquirer;
  }

  /**
   * The routes.
   *
   * @param keys who may call them
   */
  public static List<Mount> routes(Acquirer acquirer, Keys keys) {
    List<Mount> routes = new ArrayList<>();
    routes.addAll(contracts(acquirer, keys.authorities(), keys.staff()));
    routes.addAll(ContractApi.routes(acquirer, keys.staff()));
    routes.addAll(OfficeApi.routes(acquirer, keys.staff()));
    routes.addAll(MerchantDeskApi.routes(acquirer, keys.merchants()));
    return List.copyOf(routes);
  }

  /**
   * Who may call an acquirer.
   *
   * @param authorities who may ask whether a merchant or a gateway is who it says
   * @param staff the bank's own people
   * @param merchants offices of merchants; the name of a key is the acquirer's number for one
   */
  public record Keys(ApiKeys authorities, ApiKeys staff, ApiKeys merchants) {}

  private static List<Mount> contracts(
      Acquirer acquirer, ApiKeys authorities, ApiKeys staff) {
    AcquirerApi api = new AcquirerApi(acquirer);
    return List.of(
        JsonRoute.post("/registration/merchant", Claim.class, api::confirm).only(authorities),
        JsonRoute.post("/registration/gateway", Gateway.class, api::confirmGateway)
            .only(authorities),
        JsonRoute.post("/api/merchants", Contract.class, api::agree).only(staff),
        JsonRoute.get("/api/merchants/{id}/owed/{currency}", api::owed).only(staff),
        JsonRoute.get("/api/sums", api::sums).only(staff));
  }

  /** What somebody who asks for a merchant certificate says. */
  public record Claim(
      String acquirerBin,
      String merchantId,
      String name,
      String category,
      Optional<String> origin) {}

  /** What somebody who asks for a gateway certificate says. */
  public record Gateway(String acquirerBin, String gateway) {}

  /**
   * Whether it is so.
   *
   * @param reason why not; absent where it is
   */
  public record Confirmed(boolean confirmed, Optional<String> reason) {}

  /** A contract with a merchant; the same number again changes it. */
  public record Contract(
      String merchantId,
      String name,
      String category,
      int feeBasisPoints,
      Optional<String> origin) {}

  /** What the merchant is owed, after fees, in minor units. */
  public record Owed(String merchantId, int currency, long minor) {}

  private Confirmed confirm(Call<Claim> call) {
    Claim claim = call.body();
    MerchantClaim asked =
        new MerchantClaim(
            claim.acquirerBin(),
            claim.merchantId(),
            claim.name(),
            claim.category(),
            claim.origin());
    return switch (acquirer.confirm(asked)) {
      case Confirmation.Confirmed _ -> new Confirmed(true, Optional.empty());
      case Confirmation.NotConfirmed(var reason) ->
          new Confirmed(false, Optional.of(reason.name()));
    };
  }

  private Confirmed confirmGateway(Call<Gateway> call) {
    Gateway claim = call.body();
    return switch (acquirer.confirm(new GatewayClaim(claim.acquirerBin(), claim.gateway()))) {
      case GatewayConfirmation.Confirmed _ -> new Confirmed(true, Optional.empty());
      case GatewayConfirmation.NotConfirmed(var reason) ->
          new Confirmed(false, Optional.of(reason.name()));
    };
  }

  private Contract agree(Call<Contract> call) throws HttpRefused {
    Contract contract = call.body();
    try {
      acquirer.agree(
          new Merchant(
              contract.merchantId(),
              contract.name(),
              contract.category(),
              contract.feeBasisPoints(),
              true,
              contract.origin()));
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(422, "acquirer.contract", e.getMessage());
    }
    return contract;
  }

  private Owed owed(Call<Call.None> call) throws HttpRefused {
    acquirer.merchant(call.part("id")).orElseThrow(HttpRefused::notFound);
    try {
      int currency = Integer.parseInt(call.part("currency"));
      Money owed = acquirer.owedTo(call.part("id"), currency);
      return new Owed(call.part("id"), currency, owed.minorUnits());
    } catch (IllegalArgumentException e) {
      throw HttpRefused.notFound();
    }
  }

  private LedgerSums sums(Call<Call.None> call) {
    return LedgerSums.of(acquirer.checkSums());
  }
}
