package openset.cli.config;

/** One participant as configured: what it has of its own, and where it listens by HTTP. */
public sealed interface Site
    permits AuthoritySite,
        IssuerSite,
        AcquirerSite,
        ClearingSite,
        GatewaySite,
        MerchantSite,
        WalletSite {
  /** What it has of its own. */
  Own own();

  /** Where it listens by HTTP. */
  Listen http();
}
