package openset.acquirer;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import openset.iso8583.IsoMessage;
import openset.iso8583.IsoServer;
import openset.iso8583.MalformedMessage;
import openset.iso8583.ServerConfig;

/** An issuer or a clearing house on a real socket, which answers as the test says. */
final class Host implements AutoCloseable {
  /** What it does with a request. */
  interface Script {
    IsoMessage answer(IsoMessage request) throws MalformedMessage, InterruptedException;
  }

  final List<IsoMessage> received = new CopyOnWriteArrayList<>();
  private final BlockingQueue<IsoMessage> news = new LinkedBlockingQueue<>();
  private final IsoServer server;
  private volatile Script script;

  Host(String institution, Script script) throws IOException {
    this.script = script;
    ServerConfig config = ServerConfig.on(institution, "127.0.0.1", 0, Set.of("999001"));
    this.server =
        IsoServer.start(
            config,
            InstantSource.system(),
            (_, request) -> {
              received.add(request);
              news.add(request);
              return answered(request);
            });
  }

  private IsoMessage answered(IsoMessage request) throws MalformedMessage {
    try {
      return script.answer(request);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return server.port();
  }

  void now(Script other) {
    script = other;
  }

  /** The next request it gets; fails when none comes. */
  IsoMessage next() throws InterruptedException {
    IsoMessage request = news.poll(20, TimeUnit.SECONDS);
    if (request == null) throw new AssertionError("nothing received");
    return request;
  }

  /** As if it had received nothing yet. */
  void forget() {
    received.clear();
    news.clear();
  }

  @Override
  public void close() {
    server.close();
  }
}
