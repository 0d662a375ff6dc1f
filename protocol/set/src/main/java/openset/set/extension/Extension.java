package openset.set.extension;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.SetOid;
import openset.set.data.Date;
import openset.set.data.MsgExtensions;
import openset.set.data.MsgExtensions.MsgExtension;
import openset.set.data.sale.InstallRecurData;

/**
 * One kind of message extension. None of these is critical: who does not know one passes it over.
 *
 * @param id names it
 * @param type of its value
 */
public record Extension<T>(ObjectIdentifier id, Asn1Type<T> type) {
  /** In AuthResPayload: from when on an approved amount is held no more. */
  public static final Extension<Instant> AUTH_END =
      new Extension<>(SetOid.AUTH_END, Date.TYPE);

  /** In PIHead: the code printed on the card. */
  public static final Extension<SecurityCode> SECURITY_CODE =
      new Extension<>(SetOid.ADDITIONAL_VERIFICATION, SecurityCode.TYPE);

  /** In PIHead: where the issuer sends its bills to. */
  public static final Extension<BillingAddress> BILLING_ADDRESS =
      new Extension<>(SetOid.BILLING_ADDRESS, BillingAddress.TYPE);

  /** In AuthResPayload: what the issuer found of the code printed on the card. */
  public static final Extension<SecurityCodeResult> SECURITY_CODE_RESULT =
      new Extension<>(SetOid.ADDITIONAL_VERIFICATION, SecurityCodeResult.TYPE);

  /** In InstallRecurData: least number of days between two instalments. */
  public static final Extension<Integer> INSTALMENT_DAYS =
      new Extension<>(SetOid.INSTALMENT_DAYS, InstallRecurData.DAYS);

  /** With this value, as one of a list. */
  public MsgExtension of(T value) {
    return new MsgExtension(id, false, Der.of(type.encode(value)));
  }

  /**
   * Its value, where it is there.
   *
   * @throws Refused EXT-01, where the value is not of its type
   */
  public Optional<T> in(Optional<MsgExtensions> extensions) throws Refused {
    Optional<Der> value = extensions.flatMap(all -> all.value(id));
    if (value.isEmpty()) return Optional.empty();
    try {
      return Optional.of(type.decode(value.get().bytes()));
    } catch (Asn1Exception e) {
      throw new Refused(ErrorCode.decodingFailure, "EXT-01");
    }
  }

  /** A list of those that are there; absent where none is. */
  @SafeVarargs
  public static Optional<MsgExtensions> list(Optional<MsgExtension>... some) {
    List<MsgExtension> all = new ArrayList<>();
    for (Optional<MsgExtension> one : some) one.ifPresent(all::add);
    return all.isEmpty() ? Optional.empty() : Optional.of(new MsgExtensions(all));
  }
}
