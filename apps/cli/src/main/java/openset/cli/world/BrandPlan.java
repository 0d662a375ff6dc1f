package openset.cli.world;

/**
 * A brand of the demo world with its two banks. Names and numbers are fictional.
 *
 * @param brand BrandID
 * @param name in file and database names
 * @param bin first six digits of its cards
 * @param issuer the bank that issues them
 * @param acquirer the bank of its merchants
 * @param unsigned whether it leaves purchases that nobody signed to its banks
 */
record BrandPlan(
    String brand,
    String name,
    String bin,
    BankPlan issuer,
    BankPlan acquirer,
    boolean unsigned) {
  /**
   * A bank.
   *
   * @param title for people and certificates
   * @param institution its code on the host link
   * @param http offset of its HTTP port
   * @param iso offset of its ISO 8583 port
   */
  record BankPlan(String title, String institution, int http, int iso) {}

  String issuerName() {
    return "issuer_" + name;
  }

  /** By this name browsers know the issuer's pages. */
  String issuerHost() {
    return name + "-bank";
  }

  /** By this name browsers know the acquirer's pages. */
  String acquirerHost() {
    return name + "-acquiring";
  }

  String acquirerName() {
    return "acquirer_" + name;
  }
}
