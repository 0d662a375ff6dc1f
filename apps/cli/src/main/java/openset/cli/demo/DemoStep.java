package openset.cli.demo;

/** The eleven steps of SET. */
enum DemoStep {
  ACCOUNT("The customer opens a card account", "customer, issuer"),
  CARD_CERTIFICATE(
      "The customer gets a certificate", "wallet, certification authority, issuer"),
  MERCHANT_CERTIFICATES(
      "Merchants and gateway get certificates",
      "merchants, gateway, certification authority, acquirers"),
  ORDER("The customer orders", "customer, merchant"),
  MERCHANT_VERIFIED("The wallet verifies the merchant", "wallet, merchant"),
  PAYMENT("Order and sealed payment are sent", "wallet, merchant"),
  AUTHORIZATION_REQUEST("The merchant asks for authorization", "merchant, gateway"),
  AUTHORIZATION("The issuer decides", "gateway, acquirer, issuer"),
  CONFIRMATION("The answer comes back", "gateway, merchant, wallet"),
  DELIVERY("The merchant delivers", "merchant"),
  SETTLEMENT(
      "The merchant is paid", "merchant, gateway, acquirer, clearing house, issuer");

  private final String title;
  private final String participants;

  DemoStep(String title, String participants) {
    this.title = title;
    this.participants = participants;
  }

  int number() {
    return ordinal() + 1;
  }

  String title() {
    return title;
  }

  String participants() {
    return participants;
  }
}
