package openset.conduct.enrolment;

import java.util.Map;
import java.util.Optional;
import openset.set.data.BIN;
import openset.set.data.BrandID;
import openset.set.data.Language;
import openset.set.data.MerchantID;
import openset.set.data.registration.AcquirerID;
import openset.set.data.registration.IDData;
import openset.set.data.registration.MerchantAcquirerID;
import openset.set.data.registration.RequestType;

/**
 * Which certificates a party wants: one for a key that signs and one for a key that opens, of a
 * brand.
 *
 * @param idData who it is
 * @param answers to the fields of the authority's form, by their names
 */
public record Wish(
    RequestType requestType,
    IDData idData,
    BrandID brandID,
    Language language,
    Map<String, String> answers) {
  private static final Language LANGUAGE = new Language("en");

  /** Copies the answers. */
  public Wish {
    answers = Map.copyOf(answers);
  }

  /**
   * A merchant's.
   *
   * @param answers by the names of {@link MerchantForm}
   */
  public static Wish merchant(
      BrandID brand, BIN acquirer, MerchantID merchant, Map<String, String> answers) {
    return new Wish(
        RequestType.merInitialBoth,
        new IDData.Merchant(new MerchantAcquirerID(acquirer, merchant)),
        brand,
        LANGUAGE,
        answers);
  }

  /**
   * A gateway's.
   *
   * @param institution its institution code at the acquirer, digits
   */
  public static Wish gateway(BrandID brand, BIN acquirer, String institution) {
    return new Wish(
        RequestType.pgwyInitialBoth,
        new IDData.Acquirer(new AcquirerID(acquirer, Optional.of(institution))),
        brand,
        LANGUAGE,
        Map.of());
  }
}
