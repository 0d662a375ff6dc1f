package openset.iso8583.host;

import java.util.Optional;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;

/**
 * What the issuer found in {@link Checks} (element 127 of 0110 and 0210, tags 15 and 16).
 *
 * @param address Y both agree, A the street's digits only, Z the postal code only, N neither, U not
 *     checked
 * @param securityCode M agrees, N does not, P not checked
 */
public record CheckResults(Optional<String> address, Optional<String> securityCode) {
  /** Nothing was checked. */
  public static final CheckResults NONE = new CheckResults(Optional.empty(), Optional.empty());

  /** Those of an answer. */
  public static CheckResults of(IsoMessage answer) throws MalformedMessage {
    return of(LinkData.of(answer));
  }

  static CheckResults of(LinkData data) {
    return new CheckResults(
        data.text(LinkData.Tag.ADDRESS_RESULT), data.text(LinkData.Tag.SECURITY_CODE_RESULT));
  }

  LinkData into(LinkData data) {
    LinkData all = data;
    if (address.isPresent()) all = all.with(LinkData.Tag.ADDRESS_RESULT, address.get());
    if (securityCode.isPresent()) {
      all = all.with(LinkData.Tag.SECURITY_CODE_RESULT, securityCode.get());
    }
    return all;
  }
}
