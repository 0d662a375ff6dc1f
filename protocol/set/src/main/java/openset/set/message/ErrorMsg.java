package openset.set.message;

import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.asn1.Der;

/**
 * Which message could not be processed: its header, or all of it where not even that can be read.
 *
 * <pre>
 * ErrorMsg ::= CHOICE {
 *   messageHeader   [0] MessageHeader,
 *   badWrapper      [1] OCTET STRING }
 * </pre>
 */
public sealed interface ErrorMsg {
  Asn1Type<ErrorMsg> TYPE =
      Choice.choice(
          "ErrorMsg",
          Choice.alternative(
              "messageHeader",
              Header.class,
              MessageHeader.TYPE.implicit(0),
              Header::new,
              Header::header),
          Choice.alternative(
              "badWrapper",
              BadWrapper.class,
              Asn1.OCTET_STRING.implicit(1),
              BadWrapper::new,
              BadWrapper::octets));

  /** By its header. */
  record Header(MessageHeader header) implements ErrorMsg {}

  /** By its octets. */
  record BadWrapper(Der octets) implements ErrorMsg {}
}
