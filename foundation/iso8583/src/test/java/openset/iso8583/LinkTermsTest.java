package openset.iso8583;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import openset.iso8583.table.LengthHeader;
import openset.iso8583.table.Variant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links on other terms than the usual ones, over TCP. */
@Timeout(60)
class LinkTermsTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  static List<LinkTerms> terms() {
    List<LinkTerms> all = new ArrayList<>();
    for (LengthHeader header : LengthHeader.values()) {
      for (String name : Variant.names()) {
        all.add(LinkTerms.of(Variant.named(name).orElseThrow(), header));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("terms")
  @Tag("HL-110")
  void bothEndsUnderstandEachOtherInEveryVariantWithEveryHeader(LinkTerms terms) throws Exception {
    IsoMessage request =
        IsoMessage.of(Mti.AUTHORIZATION)
            .put(2, "9990010000000010")
            .put(4, 1999)
            .put(7, "0101000000")
            .put(11, 7)
            .put(32, "99900")
            .put(127, new byte[] {1, 1, 9})
            .build();
    ServerConfig config = ServerConfig.on("host", "127.0.0.1", 0, Set.of("111")).with(terms);
    IsoHandler handler = (_, asked) -> asked.answer(asked.equals(request) ? "00" : "30");
    try (IsoServer server = IsoServer.start(config, InstantSource.system(), handler);
        IsoLink link =
            IsoLink.open(
                LinkConfig.to("link", "127.0.0.1", server.port(), "111").with(terms),
                InstantSource.system(),
                LinkEvents.NONE)) {
      assertThat(link.ask(request, LONG)).isEqualTo(new Answer.Answered(request.answer("00")));
    }
  }
}
