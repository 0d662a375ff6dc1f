package openset.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jpos.core.ConfigurationException;
import org.jpos.iso.ISOException;
import org.jpos.iso.MUX;
import org.jpos.q2.Q2;
import org.jpos.util.NameRegistrar;

/**
 * jPOS's server and whole links as a deployment has them: a channel adaptor and a multiplexer for
 * each connection, which matches answers to requests, as ours do.
 */
final class JposMux implements HostLinks.Ends {
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private final JposServer server;
  private final Scratch scratch;
  private final Q2 q2;
  private final List<MUX> links = new ArrayList<>();
  private final AtomicInteger numbers = new AtomicInteger();

  JposMux(int connections) throws IOException, ISOException, ConfigurationException {
    server = new JposServer();
    scratch = Scratch.of("q2");
    Path deploy = scratch.folder();
    Files.writeString(deploy.resolve("00_logger.xml"), "<logger name='Q2'/>\n");
    for (int i = 0; i < connections; i++) {
      Files.writeString(deploy.resolve("10_channel_" + i + ".xml"), channel(i));
      Files.writeString(deploy.resolve("20_mux_" + i + ".xml"), mux(i));
    }
    q2 = new Q2(deploy.toString());
    q2.start();
    for (int i = 0; i < connections; i++) links.add(connected("link-" + i));
  }

  private String channel(int number) {
    return """
        <channel-adaptor name="channel-%1$d" class="org.jpos.q2.iso.ChannelAdaptor">
          <channel class="org.jpos.iso.channel.NACChannel"
              packager="org.jpos.iso.packager.ISO87APackagerBBitmap">
            <property name="host" value="127.0.0.1"/><property name="port" value="%2$d"/>
          </channel>
          <in>send-%1$d</in><out>receive-%1$d</out><reconnect-delay>100</reconnect-delay>
        </channel-adaptor>
        """
        .formatted(number, server.port());
  }

  private static String mux(int number) {
    return """
        <mux name="link-%1$d" class="org.jpos.q2.iso.QMUX">
          <in>receive-%1$d</in><out>send-%1$d</out>
          <ready>channel-%1$d.ready</ready><key>11</key>
        </mux>
        """
        .formatted(number);
  }

  private static MUX connected(String name) throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < end) {
      if (NameRegistrar.getIfExists("mux." + name) instanceof MUX mux && mux.isConnected()) {
        return mux;
      }
      LockSupport.parkNanos(10_000_000);
    }
    throw new IOException("no link " + name);
  }

  @Override
  public long echoes(int underWay, long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    LongAdder count = new LongAdder();
    List<Thread> askers = new ArrayList<>();
    for (MUX link : links) {
      for (int i = 0; i < underWay; i++) {
        askers.add(Thread.startVirtualThread(() -> asks(link, end, count)));
      }
    }
    for (Thread asker : askers) asker.join();
    return count.sum();
  }

  private void asks(MUX link, long end, LongAdder count) {
    try {
      while (System.nanoTime() < end) {
        if (link.request(JposServer.echo(numbers.getAndIncrement()), 20_000) == null) {
          throw new IllegalStateException("no echo");
        }
        count.increment();
      }
    } catch (ISOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    q2.stop();
    server.close();
    try {
      scratch.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
