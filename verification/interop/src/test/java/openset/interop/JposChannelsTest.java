package openset.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import openset.iso8583.Answer;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.IsoServer;
import openset.iso8583.LinkConfig;
import openset.iso8583.LinkEvents;
import openset.iso8583.LinkTerms;
import openset.iso8583.Mti;
import openset.iso8583.ServerConfig;
import openset.iso8583.table.LengthHeader;
import openset.iso8583.table.Variant;
import org.jpos.core.SimpleConfiguration;
import org.jpos.iso.BaseChannel;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOPackager;
import org.jpos.iso.ISOServer;
import org.jpos.iso.ServerChannel;
import org.jpos.iso.channel.ASCIIChannel;
import org.jpos.iso.channel.NACChannel;
import org.jpos.iso.channel.RawChannel;
import org.jpos.iso.packager.ISO87APackager;
import org.jpos.iso.packager.ISO87APackagerBBitmap;
import org.jpos.iso.packager.ISO87BPackager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every header and several variants, with jPOS's channel of that kind at the other end. */
@Timeout(60)
@Tag("HL-110")
class JposChannelsTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  /** What was agreed, in our words and in jPOS's. */
  enum Agreed {
    NAC("ascii-hex", LengthHeader.TWO_OCTETS),
    ASCII("ascii-hex-octets", LengthHeader.FOUR_DIGITS),
    RAW("binary", LengthHeader.FOUR_OCTETS);

    final LinkTerms terms;

    Agreed(String variant, LengthHeader header) {
      terms = LinkTerms.of(Variant.named(variant).orElseThrow(), header);
    }

    ISOPackager packager() {
      return switch (this) {
        case NAC -> new ISO87APackager();
        case ASCII -> new ISO87APackagerBBitmap();
        case RAW -> new ISO87BPackager();
      };
    }

    BaseChannel client(int port) {
      return switch (this) {
        case NAC -> new NACChannel("127.0.0.1", port, packager(), null);
        case ASCII -> new ASCIIChannel("127.0.0.1", port, packager());
        case RAW -> new RawChannel("127.0.0.1", port, packager(), null);
      };
    }

    ServerChannel server() throws Exception {
      return switch (this) {
        case NAC -> new NACChannel(packager(), null);
        case ASCII -> new ASCIIChannel(packager());
        case RAW -> new RawChannel(packager(), null);
      };
    }
  }

  private static ISOMsg network(String kind, String stan) throws Exception {
    ISOMsg message = new ISOMsg("0800");
    message.set(7, "0601120000");
    message.set(11, stan);
    message.set(33, "111");
    message.set(70, kind);
    return message;
  }

  @ParameterizedTest
  @EnumSource
  void jposAsksUs(Agreed agreed) throws Exception {
    ServerConfig config =
        ServerConfig.on("host", "127.0.0.1", 0, Set.of("111")).with(agreed.terms);
    try (IsoServer server =
        IsoServer.start(config, InstantSource.system(), (_, asked) -> asked.answer("00"))) {
      BaseChannel channel = agreed.client(server.port());
      channel.setTimeout(20_000);
      channel.connect();
      channel.send(network("001", "000001"));
      assertThat(channel.receive().getString(39)).isEqualTo("00");
      ISOMsg request = new ISOMsg("0100");
      request.set(2, "999001000000010");
      request.set(4, "000000001490");
      request.set(7, "0601120000");
      request.set(11, "000002");
      request.set(32, "99900");
      channel.send(request);
      ISOMsg answer = channel.receive();
      assertThat(answer.getMTI()).isEqualTo("0110");
      assertThat(answer.getString(4)).isEqualTo("000000001490");
      assertThat(answer.getString(32)).isEqualTo("99900");
      channel.disconnect();
    }
  }

  @ParameterizedTest
  @EnumSource
  void weAskJpos(Agreed agreed) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    ISOServer server = new ISOServer(port, agreed.server(), 10);
    server.setConfiguration(new SimpleConfiguration());
    server.addISORequestListener(new JposServerTest.Approves());
    Thread.ofVirtual().start(server);
    LinkConfig config = LinkConfig.to("link", "127.0.0.1", port, "111").with(agreed.terms);
    IsoMessage request =
        IsoMessage.of(Mti.AUTHORIZATION)
            .put(4, 1490)
            .put(7, "0601120000")
            .put(11, 2)
            .put(32, "99900")
            .build();
    try (IsoLink link = IsoLink.open(config, InstantSource.system(), LinkEvents.NONE)) {
      assertThat(link.awaitUp(LONG)).isTrue();
      Answer answer = link.ask(request, LONG);
      assertThat(answer)
          .isEqualTo(
              new Answer.Answered(
                  request.answer().put(39, "00").put(38, "J00P5S").build()));
    } finally {
      server.shutdown();
    }
  }
}
