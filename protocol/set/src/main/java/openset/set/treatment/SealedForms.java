package openset.set.treatment;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openset.asn1.Asn1Type;
import openset.asn1.ObjectIdentifier;
import openset.pki.cms.ContentInfo;
import openset.set.SetOid;
import openset.set.message.AllTypes;
import openset.set.operator.Content;

/**
 * What comes out of envelopes and what signatures are over, by content type: for those who show an
 * opened message. Nothing is opened or verified here.
 */
public final class SealedForms {
  private static final Map<ObjectIdentifier, Content<?>> SIGNED =
      Stream.<Content<?>>of(
              Forms.AUTH_REQ.enc().content(),
              Forms.AUTH_RES.enc().content(),
              Forms.CAP_REQ.enc().content(),
              Forms.CAP_TOKEN.content(),
              Forms.CAP_REV_REQ.enc().content(),
              Forms.CRED_REQ.enc().content(),
              Forms.CRED_REV_REQ.enc().content(),
              Forms.AUTH_REV_REQ.enc().content(),
              Forms.AUTH_REV_RES_B.enc().content(),
              PaymentForms.AUTH_TOKEN.signed(),
              RegistrationForms.CERT_REQ_WITH_ACCOUNT.signed())
          .collect(Collectors.toUnmodifiableMap(Content::oid, Function.identity()));

  private static final Map<ObjectIdentifier, Asn1Type<?>> SEALED =
      Map.of(
          SetOid.AUTH_REQ_TBE, Forms.AUTH_REQ.enc().sealed(),
          SetOid.AUTH_RES_TBE, Forms.AUTH_RES.enc().sealed(),
          SetOid.CAP_REQ_TBE, Forms.CAP_REQ.enc().sealed(),
          SetOid.CAP_RES_TBE, Forms.CAP_RES.sealed(),
          SetOid.CAP_TOKEN_TBE, Forms.CAP_TOKEN.sealed(),
          SetOid.PI_DUAL_SIGNED_TBE, PaymentForms.PI_DUAL_SIGNED.sealed(),
          SetOid.ACQ_CARD_CODE_MSG_TBE, PaymentForms.ACQ_CARD_MSG.sealed(),
          SetOid.REG_FORM_REQ_TBE, RegistrationForms.REG_FORM_REQ.sealed(),
          SetOid.CERT_REQ_TBEX, RegistrationForms.CERT_REQ_WITH_ACCOUNT.sealed());

  private static final Map<ObjectIdentifier, Asn1Type<?>> MORE_SEALED =
      Map.of(
          SetOid.CERT_REQ_TBE, RegistrationForms.CERT_REQ.sealed(),
          SetOid.CERT_RES_TBE, RegistrationForms.CERT_RES.sealed(),
          SetOid.BATCH_ADMIN_REQ_TBE, Forms.BATCH_ADMIN_REQ.sealed(),
          SetOid.BATCH_ADMIN_RES_TBE, Forms.BATCH_ADMIN_RES.sealed(),
          SetOid.AUTH_REV_REQ_TBE, Forms.AUTH_REV_REQ.enc().sealed(),
          SetOid.AUTH_REV_RES_TBEB, Forms.AUTH_REV_RES_B.enc().sealed(),
          SetOid.AUTH_REV_RES_TBE, Forms.AUTH_REV_RES.sealed());

  private static final Map<ObjectIdentifier, Asn1Type<?>> GIVEN_BACK =
      Map.of(
          SetOid.CAP_REV_REQ_TBE, Forms.CAP_REV_REQ.enc().sealed(),
          SetOid.CAP_REV_RES_TBE, Forms.CAP_REV_RES.sealed(),
          SetOid.CRED_REQ_TBE, Forms.CRED_REQ.enc().sealed(),
          SetOid.CRED_RES_TBE, Forms.CRED_RES.sealed(),
          SetOid.CRED_REV_REQ_TBE, Forms.CRED_REV_REQ.enc().sealed(),
          SetOid.CRED_REV_RES_TBE, Forms.CRED_REV_RES.sealed(),
          SetOid.AUTH_TOKEN_TBE, PaymentForms.AUTH_TOKEN.sealed());

  private SealedForms() {}

  /** The octets in an envelope whose ContentInfo is of this content type; none if unknown. */
  public static Optional<Asn1Type<?>> sealed(ObjectIdentifier contentType) {
    return Stream.of(SEALED, MORE_SEALED, GIVEN_BACK)
        .<Asn1Type<?>>mapMulti(
            (forms, found) -> {
              if (forms.containsKey(contentType)) found.accept(forms.get(contentType));
            })
        .findFirst()
        .or(() -> AllTypes.content(contentType).map(c -> ContentInfo.type(c.oid(), c.type())));
  }

  /** What is signed under this content type; none if unknown. */
  public static Optional<Content<?>> signed(ObjectIdentifier contentType) {
    return Optional.<Content<?>>ofNullable(SIGNED.get(contentType))
        .or(() -> AllTypes.content(contentType));
  }
}
