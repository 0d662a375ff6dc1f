package openset.issuer.registration;

/** The questions an issuer can ask of somebody who says a card is theirs. */
public enum FormKey {
  /** The holder's name as on the card. */
  HOLDER_NAME("holderName", 60),
  /** The number of the passport or business document shown at account opening. */
  DOCUMENT_NUMBER("documentNumber", 40),
  /** The holder's date of birth. */
  BIRTH_DATE("dateOfBirth", 10),
  /** The expiry printed on the card. */
  CARD_EXPIRY("cardExpiry", 7);

  private final String key;
  private final int longest;

  FormKey(String key, int longest) {
    this.key = key;
    this.longest = longest;
  }

  /** The name under which the answer is sent. */
  public String key() {
    return key;
  }

  /** The most characters of an answer. */
  public int longest() {
    return longest;
  }
}
