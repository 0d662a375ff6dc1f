package openset.set.data.order;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CountryCode;

/**
 * Where and how goods are delivered. An OpenSET type.
 *
 * <pre>
 * Delivery ::= SEQUENCE {
 *   method         DeliveryMethod,
 *   recipient      UTF8String (SIZE(1..100)),
 *   addressLines   [0] SEQUENCE OF UTF8String (SIZE(1..100)),
 *   country        [1] CountryCode OPTIONAL }
 * </pre>
 *
 * @param recipient name of the person
 * @param addressLines lines of the address, none where nothing is sent
 */
public record Delivery(
    DeliveryMethod method,
    String recipient,
    List<String> addressLines,
    Optional<CountryCode> country) {
  public static final Tagged<Delivery> TYPE =
      Sequence.sequence(
          "Delivery",
          field("method", DeliveryMethod.TYPE, Delivery::method),
          field("recipient", Asn1.sized(Asn1.UTF8_STRING, 1, 100), Delivery::recipient),
          field(
              "addressLines",
              Repeated.sequenceOf(Asn1.sized(Asn1.UTF8_STRING, 1, 100), 0).implicit(0),
              Delivery::addressLines),
          optional("country", CountryCode.TYPE.implicit(1), Delivery::country),
          Delivery::new);

  public Delivery {
    addressLines = List.copyOf(addressLines);
  }
}
