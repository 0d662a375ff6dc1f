package openset.iso8583;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Network management messages 0800 and 0810 (element 70), and the form of element 7. */
final class Network {
  static final String SIGN_ON = "001";
  static final String ECHO = "301";
  static final String APPROVED = "00";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMddHHmmss").withZone(ZoneOffset.UTC);

  private Network() {}

  static IsoMessage request(String kind, String institution, int stan, Instant now) {
    return IsoMessage.of(Mti.NETWORK)
        .put(7, TIME.format(now))
        .put(11, stan)
        .put(33, institution)
        .put(70, kind)
        .build();
  }
}
