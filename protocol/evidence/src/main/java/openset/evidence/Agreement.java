package openset.evidence;

import static openset.asn1.Choice.alternative;
import static openset.asn1.Field.field;

import java.util.Optional;
import openset.asn1.AsSent;
import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.asn1.Sequence;
import openset.set.data.order.OIData;
import openset.set.data.payment.PIData;
import openset.set.data.payment.PITBS;
import openset.set.operator.DD;
import openset.set.operator.Detached;
import openset.set.operator.DetachedSignature;

/**
 * What the cardholder signed: the order half, and the payment half by its digest alone. The account
 * is in the payment half, which only the gateway ever opened. Of a purchase that the cardholder did
 * not sign it is the order half alone, which proves nothing by itself.
 *
 * <pre>
 * Agreement ::= CHOICE {
 *   signed     SignedAgreement,
 *   unsigned   [0] EXPLICIT OIData }
 *
 * SignedAgreement ::= SEQUENCE {
 *   oiData        OIData,
 *   hPIData       DD{PIData},
 *   piSignature   PISignature }
 * </pre>
 *
 * @param consent the signature; empty where there is none
 */
public record Agreement(AsSent<OIData> oiData, Optional<Consent> consent) {
  /** Its ASN.1 above. */
  public static final Asn1Type<Agreement> TYPE =
      Choice.<Form>choice(
              "Agreement",
              alternative(
                  "signed",
                  Form.Signed.class,
                  Sequence.sequence(
                      "SignedAgreement",
                      field("oiData", AsSent.type(OIData.TYPE), Form.Signed::oiData),
                      field("hPIData", Detached.type(PIData.CONTENT), Form.Signed::hPIData),
                      field(
                          "piSignature",
                          DetachedSignature.<PITBS>type(),
                          Form.Signed::piSignature),
                      Form.Signed::new)),
              alternative(
                  "unsigned",
                  Form.Unsigned.class,
                  AsSent.type(OIData.TYPE).explicit(0),
                  Form.Unsigned::new,
                  Form.Unsigned::oiData))
          .map("Agreement", Form::agreement, Form::of);

  /** The dual signature, and the half it covers beside the order. */
  public record Consent(Detached<PIData> hPIData, DetachedSignature<PITBS> piSignature) {}

  /** An agreement with its signature. */
  public Agreement(
      AsSent<OIData> oiData, Detached<PIData> hPIData, DetachedSignature<PITBS> piSignature) {
    this(oiData, Optional.of(new Consent(hPIData, piSignature)));
  }

  /** The order half that nobody signed. */
  public static Agreement unsigned(AsSent<OIData> oiData) {
    return new Agreement(oiData, Optional.empty());
  }

  /** Whether there is a signature of the cardholder; it need not hold. */
  public boolean isSigned() {
    return consent.isPresent();
  }

  /** The digest of the payment half, of an agreement that is signed. */
  public Detached<PIData> hPIData() {
    return consent.orElseThrow().hPIData();
  }

  /** The signature of an agreement that is signed. */
  public DetachedSignature<PITBS> piSignature() {
    return consent.orElseThrow().piSignature();
  }

  /** The digest of the order half, which the gateway names in its receipt. */
  public Detached<OIData> hOIData() {
    return DD.of(OIData.CONTENT, oiData);
  }

  /** What the signature is over. */
  public PITBS signed() {
    return new PITBS(hPIData(), hOIData());
  }

  /** As it is written. */
  private sealed interface Form {
    Agreement agreement();

    record Signed(
        AsSent<OIData> oiData,
        Detached<PIData> hPIData,
        DetachedSignature<PITBS> piSignature)
        implements Form {
      @Override
      public Agreement agreement() {
        return new Agreement(oiData, hPIData, piSignature);
      }
    }

    record Unsigned(AsSent<OIData> oiData) implements Form {
      @Override
      public Agreement agreement() {
        return Agreement.unsigned(oiData);
      }
    }

    static Form of(Agreement agreement) {
      return agreement.isSigned()
          ? new Signed(agreement.oiData(), agreement.hPIData(), agreement.piSignature())
          : new Unsigned(agreement.oiData());
    }
  }
}
