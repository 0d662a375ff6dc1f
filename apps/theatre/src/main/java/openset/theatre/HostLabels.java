package openset.theatre;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Mti;
import openset.iso8583.Picture;
import openset.iso8583.host.LinkData;
import openset.iso8583.host.Octets;
import openset.theatre.store.HostRow;

/**
 * By what a message between banks is found again.
 *
 * @param exchange elements 7 and 11, which request and answer on one link share (HL-06)
 * @param xid tag 3 of element 127
 * @param cycle tag 7 of element 127
 */
record HostLabels(String exchange, Optional<byte[]> xid, Optional<String> cycle) {
  private static final int LINK_DATA = 127;

  static HostLabels of(Picture picture) {
    String exchange =
        picture.elements().stream()
            .filter(element -> List.of(7, 11).contains(element.rule().number()))
            .map(Picture.Element::text)
            .reduce("", (a, b) -> a + "/" + b);
    LinkData data = data(picture);
    return new HostLabels(
        exchange,
        data.value(LinkData.Tag.XID).map(Octets::bytes),
        data.text(LinkData.Tag.CYCLE));
  }

  private static LinkData data(Picture picture) {
    Optional<byte[]> octets =
        picture.elements().stream()
            .filter(element -> element.rule().number() == LINK_DATA)
            .map(e -> Arrays.copyOfRange(picture.octets(), e.value(), e.end()))
            .findFirst();
    if (octets.isEmpty()) return LinkData.empty();
    try {
      return LinkData.of(IsoMessage.of(Mti.ADVICE).put(LINK_DATA, octets.get()).build());
    } catch (MalformedMessage e) {
      return LinkData.empty();
    }
  }

  HostRow row(Theatre.Ends ends, Picture picture, Instant at) {
    String link =
        String.join("-", Stream.of(ends.sender(), ends.receiver()).sorted().toList());
    return new HostRow(
        at, ends.sender(), ends.receiver(), picture.octets(), link + exchange, xid, cycle);
  }

  @Override
  public String toString() {
    return exchange + xid.map(x -> " " + HexFormat.of().formatHex(x)).orElse("");
  }
}
