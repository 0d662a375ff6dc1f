package openset.bench;

import com.solab.iso8583.MessageFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import openset.iso8583.IsoMessage;
import org.jpos.iso.ISOMsg;

/**
 * Our codec of ISO 8583 beside jPOS and j8583, at the same messages, which all write as the same
 * octets. The three take turns; reading includes looking at nine elements as text.
 */
final class HostCodec {
  private HostCodec() {}

  /**
   * CPU time of one message.
   *
   * @param name what was done with which message
   */
  record Figure(String name, int octets, double ours, double jpos, double j8583) {
    /** How many times as fast as the faster of the two. */
    double ratio() {
      return Math.min(jpos, j8583) / ours;
    }
  }

  private record Works(CpuTime.Work ours, CpuTime.Work jpos, CpuTime.Work j8583) {}

  /** All figures. */
  static List<Figure> measure(Effort effort) throws Exception {
    List<Figure> figures = new ArrayList<>();
    for (HostMessage message : List.of(HostMessage.request(), HostMessage.answer())) {
      byte[] octets = message.ours().encode();
      check(message, octets);
      figures.add(figure(message.name() + " packed", octets.length, packs(message), effort));
      figures.add(figure(message.name() + " made, packed", octets.length, makes(message), effort));
      figures.add(
          figure(message.name() + " unpacked", octets.length, reads(message, octets), effort));
    }
    return figures;
  }

  private static void check(HostMessage message, byte[] octets) throws Exception {
    boolean same =
        Arrays.equals(octets, message.jpos().pack())
            && Arrays.equals(octets, message.j8583(message.factory()).writeData());
    int looked = HostMessage.looked(IsoMessage.decode(octets));
    boolean alike =
        looked == HostMessage.looked(octets)
            && looked == HostMessage.looked(message.factory().parseMessage(octets, 0));
    if (!same || !alike) throw new IllegalStateException("not the same message: " + message.name());
  }

  private static Works packs(HostMessage message) throws Exception {
    IsoMessage ours = message.ours();
    ISOMsg jpos = message.jpos();
    com.solab.iso8583.IsoMessage j8583 = message.j8583(message.factory());
    return new Works(ours::encode, jpos::pack, j8583::writeData);
  }

  private static Works makes(HostMessage message) {
    MessageFactory<com.solab.iso8583.IsoMessage> factory = message.factory();
    return new Works(
        () -> message.ours().encode(),
        () -> message.jpos().pack(),
        () -> message.j8583(factory).writeData());
  }

  private static Works reads(HostMessage message, byte[] octets) {
    MessageFactory<com.solab.iso8583.IsoMessage> factory = message.factory();
    return new Works(
        () -> HostMessage.looked(IsoMessage.decode(octets)),
        () -> HostMessage.looked(octets),
        () -> HostMessage.looked(factory.parseMessage(octets, 0)));
  }

  private static Figure figure(String name, int octets, Works works, Effort effort)
      throws Exception {
    int times = 20 * effort.times();
    double[][] nanos = new double[3][effort.rounds()];
    List<CpuTime.Work> all = List.of(works.ours, works.jpos, works.j8583);
    for (CpuTime.Work work : all) CpuTime.nanos(20 * effort.warm(), work);
    for (int round = 0; round < effort.rounds(); round++) {
      for (int i = 0; i < 3; i++) nanos[i][round] = CpuTime.nanos(times, all.get(i));
    }
    return new Figure(
        name,
        octets,
        CpuTime.median(nanos[0]),
        CpuTime.median(nanos[1]),
        CpuTime.median(nanos[2]));
  }
}
