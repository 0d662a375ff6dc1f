package openset.theatre.tree;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is special about a part. */
public enum NodeKind {
  /** An envelope. */
  SEALED,
  /** Signed content, or a signature over something kept elsewhere. */
  SIGNED,
  /** The digest of something: it can be compared and not read. */
  DIGEST,
  /** Never shown to anybody. */
  SECRET,
  /** A card number, of which BIN and last four digits are shown. */
  ACCOUNT,
  /** A certificate. */
  CERTIFICATE,
  /** Which data elements follow. */
  BITMAP;

  /** How it is called in JSON. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
