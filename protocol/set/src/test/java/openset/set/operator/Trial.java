package openset.set.operator;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import openset.asn1.AsSent;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.crypto.SecretBytes;
import openset.crypto.Suite;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.set.Refused;
import openset.set.SetOid;

/**
 * One operator at work: a sealed thing as it travels, and how the receiver reads it from octets.
 *
 * @param type how it travels, to test the law of encodings
 * @param expected what opening must give
 */
record Trial<C>(
    String operator, Asn1Type<C> type, C sealed, Opening<C> opening, Object expected) {
  static final Content<String> TEXT = new Content<>(SetOid.P_INIT_RES_DATA, Asn1.UTF8_STRING);
  static final Content<String> EXTRA = new Content<>(SetOid.PAN_DATA, Asn1.NUMERIC_STRING);
  static final Content<Der> BAGGAGE = new Content<>(SetOid.PI, Asn1.ANY);

  static final EX.Form<String, String> EX_FORM =
      new EX.Form<>(SetOid.PI_DUAL_SIGNED_TBE, Asn1.UTF8_STRING, EXTRA);
  static final EXH.Form<String, String> EXH_FORM =
      new EXH.Form<>(SetOid.PI_UNSIGNED_TBE, Asn1.UTF8_STRING, EXTRA);
  static final Enc.Form<String> ENC_FORM = new Enc.Form<>(SetOid.CAP_RES_TBE, TEXT);
  static final EncX.Form<String, String> ENCX_FORM =
      new EncX.Form<>(
          SetOid.CERT_REQ_TBEX, SetOid.CERT_REQ_TBS, Asn1.UTF8_STRING, Asn1.NUMERIC_STRING);
  static final EncB.Form<String, Der> ENCB_FORM =
      new EncB.Form<>(SetOid.AUTH_REQ_TBE, SetOid.AUTH_REQ_TBS, Asn1.UTF8_STRING, BAGGAGE);

  static final String VALUE = "two lamps";
  static final String ACCOUNT = "9990010000000005";
  static final Der LUGGAGE = Der.of(Asn1.UTF8_STRING.encode("payment instruction"));

  /** Opens, as the receiver does. */
  interface Opening<C> {
    Object open(C sealed) throws Refused;
  }

  Object open(byte[] der) throws Refused {
    return opening.open(type.decode(der));
  }

  byte[] der() {
    return type.encode(sealed);
  }

  @Override
  public String toString() {
    return operator;
  }

  /** Every operator, with a signer of one suite and a recipient of another. */
  static Stream<Trial<?>> all(Circle circle, Suite signing, Suite opening) {
    SigningCredential merchant = circle.merchant(signing);
    Signatory signatory =
        Signatory.of(merchant)
            .toPeerHolding(
                Set.of(
                    circle.chain().get(0).thumb(), circle.chain().get(1).thumb()));
    OpeningCredential own = circle.gateway(opening);
    Recipient recipient = circle.recipient(own.certificate());
    SecretBytes key = SecretBytes.random(32, Circle.RANDOM);
    Expected expected = circle.expected();
    return Stream.concat(
        signing(signatory, expected).stream(),
        Stream.concat(
            sealing(own, recipient, key).stream(),
            both(signatory, recipient, own, key, expected).stream()));
  }

  private static List<Trial<?>> signing(Signatory signatory, Expected expected) {
    return List.of(
        new Trial<>(
            "S",
            Signed.<String>type(),
            S.sign(signatory, TEXT, VALUE),
            sealed -> S.verify(sealed, TEXT, expected).value(),
            VALUE),
        new Trial<>(
            "SO",
            DetachedSignature.<String>type(),
            SO.sign(signatory, TEXT, VALUE),
            sealed -> SO.verify(sealed, TEXT, VALUE, expected).value(),
            VALUE));
  }

  private static List<Trial<?>> sealing(
      OpeningCredential own, Recipient recipient, SecretBytes key) {
    return List.of(
        new Trial<>(
            "E",
            Enveloped.<String>type(),
            E.seal(recipient, TEXT, VALUE, Circle.RANDOM),
            sealed -> E.open(own, sealed, TEXT),
            VALUE),
        new Trial<>(
            "EX",
            EX.<String, String>type(),
            EX.seal(recipient, EX_FORM, VALUE, ACCOUNT, Circle.RANDOM),
            sealed -> EX.open(own, sealed, EX_FORM),
            new Opened<>(VALUE, ACCOUNT)),
        new Trial<>(
            "EXH",
            EXH.<String, String>type(),
            EXH.seal(recipient, EXH_FORM, VALUE, ACCOUNT, Circle.RANDOM),
            sealed -> EXH.open(own, sealed, EXH_FORM),
            new Opened<>(VALUE, ACCOUNT)),
        new Trial<>(
            "EK",
            EK.<String>type(),
            EK.seal(key, TEXT, VALUE, Circle.RANDOM),
            sealed -> EK.open(key, sealed, TEXT),
            VALUE));
  }

  private static List<Trial<?>> both(
      Signatory signatory,
      Recipient recipient,
      OpeningCredential own,
      SecretBytes key,
      Expected expected) {
    AsSent<Der> luggage = new AsSent<>(LUGGAGE, LUGGAGE);
    Opened<String, String> pair = new Opened<>(VALUE, ACCOUNT);
    return List.of(
        new Trial<>(
            "Enc",
            Enc.<String>type(),
            Enc.seal(signatory, recipient, ENC_FORM, VALUE, Circle.RANDOM),
            sealed -> Enc.open(own, sealed, ENC_FORM, expected).value(),
            VALUE),
        new Trial<>(
            "EncK",
            EncK.<String>type(),
            EncK.seal(key, signatory, ENC_FORM, VALUE, Circle.RANDOM),
            sealed -> EncK.open(key, sealed, ENC_FORM, expected).value(),
            VALUE),
        new Trial<>(
            "EncX",
            EncX.<String, String>type(),
            EncX.seal(signatory, recipient, ENCX_FORM, pair, Circle.RANDOM),
            sealed -> EncX.open(own, sealed, ENCX_FORM, expected).value(),
            pair),
        new Trial<>(
            "EncB",
            EncB.<String, Der>type(Asn1.ANY),
            EncB.seal(signatory, recipient, ENCB_FORM, VALUE, luggage, Circle.RANDOM),
            sealed -> EncB.open(own, sealed, ENCB_FORM, expected).value(),
            VALUE));
  }
}
