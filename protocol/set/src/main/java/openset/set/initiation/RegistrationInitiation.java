package openset.set.initiation;

import java.util.List;
import openset.set.data.BrandID;

/** A bank's authority asks a wallet to register a card of one of its brands. */
public record RegistrationInitiation(WebAddress setUrl, List<BrandID> brands, Returns returns)
    implements Initiation {
  /** {@code .setreg} */
  public static final String MEDIA_TYPE = "application/set-registration-initiation";

  /** Copies the brands. */
  public RegistrationInitiation {
    brands = Initiation.checked(brands);
  }

  @Override
  public String mediaType() {
    return MEDIA_TYPE;
  }
}
