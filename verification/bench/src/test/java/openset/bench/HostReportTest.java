package openset.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostReportTest {
  @Test
  void measuresCodecsAtTheSameMessagesAndEchoesOnAllConnections() throws Exception {
    List<HostCodec.Figure> codec = HostCodec.measure(new Effort(1, 1, 1));
    assertThat(codec).hasSize(6).allSatisfy(f -> assertThat(f.ratio()).isPositive());
    List<HostLinks.Figure> links = HostLinks.measure(new HostLinks.Pace(1, 20));
    assertThat(links)
        .hasSize(4)
        .allSatisfy(
            f -> {
              assertThat(f.ours().times(f.jpos())).isPositive();
              assertThat(f.ours().times(f.bare())).isPositive();
              assertThat(f.ours().timesByCpu(f.jpos())).isNotNegative();
            });
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    HostReport.codec(print, codec);
    HostReport.links(print, links);
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1 + 6 + 1 + 1 + 4);
  }
}
