package openset.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import openset.iso8583.Answer;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.IsoServer;
import openset.iso8583.LinkConfig;
import openset.iso8583.LinkEvents;
import openset.iso8583.Mti;
import openset.iso8583.ServerConfig;

/** Our server and our links, as parties use them. */
final class OurEnds implements HostLinks.Ends {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final int NO_LIMIT = 100_000_000;

  private final IsoServer server;
  private final List<IsoLink> links = new ArrayList<>();
  private final AtomicInteger numbers = new AtomicInteger();

  OurEnds(int connections) throws IOException {
    ServerConfig.Limits limits =
        new ServerConfig.Limits(64, 4096, 1024, NO_LIMIT, Duration.ofSeconds(1), LONG);
    ServerConfig config = ServerConfig.on("host", "127.0.0.1", 0, Set.of("111")).with(limits);
    server =
        IsoServer.start(config, InstantSource.system(), (_, request) -> request.answer("00"));
    for (int i = 0; i < connections; i++) {
      LinkConfig link = LinkConfig.to("link-" + i, "127.0.0.1", server.port(), "111");
      links.add(IsoLink.open(link, InstantSource.system(), LinkEvents.NONE));
    }
    for (IsoLink link : links) if (!link.awaitUp(LONG)) throw new IOException("no link");
  }

  @Override
  public long echoes(int underWay, long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    LongAdder count = new LongAdder();
    List<Thread> askers = new ArrayList<>();
    for (IsoLink link : links) {
      for (int i = 0; i < underWay; i++) {
        askers.add(Thread.startVirtualThread(() -> asks(link, end, count)));
      }
    }
    for (Thread asker : askers) asker.join();
    return count.sum();
  }

  private void asks(IsoLink link, long end, LongAdder count) {
    while (System.nanoTime() < end) {
      if (!(link.ask(echo(), LONG) instanceof Answer.Answered)) {
        throw new IllegalStateException("no echo");
      }
      count.increment();
    }
  }

  private IsoMessage echo() {
    return IsoMessage.of(Mti.NETWORK)
        .put(7, "0601120000")
        .put(11, numbers.getAndIncrement() % 1_000_000)
        .put(33, "111")
        .put(70, "301")
        .build();
  }

  @Override
  public void close() {
    links.forEach(IsoLink::close);
    server.close();
  }
}
