package openset.set.operator;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import openset.asn1.AsSent;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.crypto.SecretBytes;
import openset.crypto.Suite;
import openset.pki.OpeningCredential;
import openset.set.Refused;
import openset.set.SetOid;

/** Whatever is sealed comes out again, and two seals of the same have nothing in common. */
class OperatorPropertiesTest {
  private static final Circle CIRCLE = new Circle();
  private static final Content<Der> OCTETS =
      new Content<>(SetOid.P_INIT_RES_DATA, Asn1.OCTET_STRING);
  private static final Content<Der> BAGGAGE = new Content<>(SetOid.PI, Asn1.OCTET_STRING);
  private static final EncB.Form<Der, Der> ENCB =
      new EncB.Form<>(
          SetOid.AUTH_REQ_TBE, SetOid.AUTH_REQ_TBS, Asn1.OCTET_STRING, BAGGAGE);
  private static final EXH.Form<Der, Der> EXH_FORM =
      new EXH.Form<>(SetOid.PI_UNSIGNED_TBE, Asn1.OCTET_STRING, BAGGAGE);
  private static final Signatory SIGNATORY = Signatory.of(CIRCLE.merchant(Suite.EDWARDS));
  private static final OpeningCredential OWN = CIRCLE.gateway(Suite.CLASSICAL);
  private static final Recipient TO_OWN = CIRCLE.recipient(OWN.certificate());

  @Property(tries = 50)
  void sealsOctetsOfAnyLengthUnderASharedKey(@ForAll @Size(max = 5000) byte[] octets)
      throws Refused {
    SecretBytes key = SecretBytes.random(32, Circle.RANDOM);
    Der value = Der.of(octets);
    EK<Der> sealed = EK.seal(key, OCTETS, value, Circle.RANDOM);
    EK<Der> sent = EK.<Der>type().decode(EK.<Der>type().encode(sealed));
    assertThat(EK.open(key, sent, OCTETS)).isEqualTo(value);
    EK<Der> again = EK.seal(key, OCTETS, value, Circle.RANDOM);
    assertThat(again.cms().encrypted()).isNotEqualTo(sealed.cms().encrypted());
    assertThat(again.cms().recipient()).isNotEqualTo(sealed.cms().recipient());
  }

  @Property(tries = 30)
  void bindsAnyBaggageToAnyValue(
      @ForAll @Size(max = 300) byte[] octets, @ForAll @Size(max = 300) byte[] luggage)
      throws Refused {
    Der value = Der.of(octets);
    AsSent<Der> baggage = AsSent.of(BAGGAGE.type(), Der.of(luggage));
    EncB<Der, Der> sealed = EncB.seal(SIGNATORY, TO_OWN, ENCB, value, baggage, Circle.RANDOM);
    EncB<Der, Der> sent =
        EncB.<Der, Der>type(BAGGAGE.type())
            .decode(EncB.<Der, Der>type(BAGGAGE.type()).encode(sealed));
    assertThat(sent).isEqualTo(sealed);
    Verified<Der> verified = EncB.open(OWN, sent, ENCB, CIRCLE.expected());
    assertThat(verified.value()).isEqualTo(value);
  }

  @Property(tries = 30)
  void keepsAnyExtraWithAnyValue(
      @ForAll @Size(max = 300) byte[] octets, @ForAll @Size(max = 300) byte[] extra)
      throws Refused {
    Opened<Der, Der> both = new Opened<>(Der.of(octets), Der.of(extra));
    EXH<Der, Der> sealed =
        EXH.seal(TO_OWN, EXH_FORM, both.value(), both.extra(), Circle.RANDOM);
    assertThat(EXH.open(OWN, sealed, EXH_FORM)).isEqualTo(both);
  }
}
