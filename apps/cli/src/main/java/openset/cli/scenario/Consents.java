package openset.cli.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import openset.cli.client.BankClient;
import openset.cli.client.CallFailed;
import openset.cli.config.BadConfig;
import openset.cli.config.GatewaySite;
import openset.cli.config.MerchantSite;
import openset.cli.config.Site;
import openset.cli.demo.StepFailed;
import openset.cli.serve.CannotStart;
import openset.http.issuer.BillingJson;

/**
 * Whether shop, acquirers and bank take purchases that nobody signed: each by its own
 * configuration or product, as its people would change it. Closing puts all back as it was.
 */
final class Consents implements AutoCloseable {
  private static final String PRODUCT = "standard";
  private static final String GATEWAY = "gateway";
  private static final String SHOP = "lantern";

  private final Stage stage;
  private final BankClient issuer;
  private final GatewaySite gateway;
  private final MerchantSite merchant;
  private final BillingJson.Product product;

  /** As all stand now; {@code issuer} is the bank whose product is changed. */
  Consents(Stage stage, BankClient issuer) throws CallFailed {
    this.stage = stage;
    this.issuer = issuer;
    this.gateway = (GatewaySite) stage.town().site(GATEWAY);
    this.merchant = (MerchantSite) stage.town().site(SHOP);
    this.product =
        issuer.products().stream()
            .filter(one -> one.id().equals(PRODUCT))
            .findFirst()
            .orElseThrow();
  }

  /** The shop's practice: {@code payments.unsigned}. */
  void shop(boolean unsigned) throws StepFailed {
    MerchantSite.Payments payments =
        new MerchantSite.Payments(
            false,
            false,
            false,
            Optional.empty(),
            Optional.of(unsigned),
            Optional.empty());
    again(
        new MerchantSite(
            merchant.own(),
            merchant.http(),
            merchant.trusted(),
            merchant.shop(),
            merchant.brands(),
            merchant.staffKey(),
            merchant.office(),
            Optional.of(payments)));
  }

  /** All acquirers' word for the shop, in their gateway: {@code allows.unsigned}. */
  void acquirers(boolean unsigned) throws StepFailed {
    Map<String, String> ids =
        merchant.brands().stream()
            .collect(
                Collectors.toMap(MerchantSite.Brand::brand, MerchantSite.Brand::merchantId));
    List<GatewaySite.Brand> brands =
        gateway.brands().stream()
            .map(
                brand ->
                    named(brand, unsigned ? List.of(ids.get(brand.brand())) : List.of()))
            .toList();
    again(
        new GatewaySite(
            gateway.own(),
            gateway.http(),
            gateway.trusted(),
            gateway.institution(),
            brands,
            gateway.office()));
  }

  private static GatewaySite.Brand named(GatewaySite.Brand brand, List<String> merchants) {
    GatewaySite.Allows allows = brand.allows().orElseThrow();
    return new GatewaySite.Brand(
        brand.brand(),
        brand.pca(),
        brand.acquirer(),
        brand.bins(),
        Optional.of(
            new GatewaySite.Allows(
                allows.sale(),
                allows.tolerance(),
                allows.standIn(),
                allows.days(),
                Optional.of(merchants))));
  }

  /** The card product's word. */
  void product(boolean unsigned) throws CallFailed {
    issuer.put(product.paying(unsigned));
  }

  private void again(Site changed) throws StepFailed {
    try {
      stage.town().again(changed);
    } catch (BadConfig | CannotStart e) {
      throw new StepFailed(changed.own().name(), e.getMessage());
    }
  }

  @Override
  public void close() throws CallFailed, StepFailed {
    issuer.put(product);
    again(gateway);
    again(merchant);
  }
}
