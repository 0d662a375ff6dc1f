package openset.theatre.cast;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A kind of participant, in the order in which they stand on the stage. */
public enum Lane {
  AUTHORITY,
  CARDHOLDER,
  MERCHANT,
  GATEWAY,
  ACQUIRER,
  CLEARING,
  ISSUER;

  /** How it is called in addresses and JSON. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
