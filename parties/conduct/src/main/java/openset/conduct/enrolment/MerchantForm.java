package openset.conduct.enrolment;

/** The fields by which an authority of ours asks a merchant who it is. */
public final class MerchantForm {
  /** The merchant's legal name as in its contract with the acquirer, at most 25 characters. */
  public static final String NAME = "Merchant name";

  /** Merchant category code, 4 digits (ISO 18245). */
  public static final String CATEGORY = "Merchant category code";

  /** Where its shop is, such as {@code https://shop.example}; may be left out. */
  public static final String ORIGIN = "Web origin";

  private MerchantForm() {}
}
