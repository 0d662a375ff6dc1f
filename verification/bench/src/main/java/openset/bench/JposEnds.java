package openset.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jpos.core.ConfigurationException;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.channel.NACChannel;
import org.jpos.iso.packager.ISO87APackagerBBitmap;

/** jPOS's server and its bare channels, which match nothing: the most it can do. */
final class JposEnds implements HostLinks.Ends {
  /** Echoes under way on one channel, on which one thread sends and another receives. */
  private static final class Window {
    final Semaphore free;
    final Semaphore underWay = new Semaphore(0);
    volatile int sent = -1;

    Window(int size) {
      free = new Semaphore(size);
    }
  }

  private final JposServer server;
  private final List<NACChannel> channels = new ArrayList<>();
  private final AtomicInteger numbers = new AtomicInteger();

  JposEnds(int connections) throws IOException, ISOException, ConfigurationException {
    server = new JposServer();
    for (int i = 0; i < connections; i++) channels.add(connected(server.port()));
  }

  private static NACChannel connected(int port) throws IOException {
    NACChannel channel = new NACChannel("127.0.0.1", port, new ISO87APackagerBBitmap(), null);
    for (int left = 100; !channel.isConnected(); left--) {
      try {
        channel.connect();
      } catch (IOException e) {
        if (left == 0) throw e;
      }
    }
    return channel;
  }

  @Override
  public long echoes(int underWay, long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    LongAdder count = new LongAdder();
    List<Thread> threads = new ArrayList<>();
    for (NACChannel channel : channels) {
      if (underWay == 1) {
        threads.add(Thread.startVirtualThread(() -> inTurn(channel, end, count)));
        continue;
      }
      Window window = new Window(underWay);
      threads.add(Thread.startVirtualThread(() -> sends(channel, end, window)));
      threads.add(Thread.startVirtualThread(() -> receives(channel, window, count)));
    }
    for (Thread thread : threads) thread.join();
    return count.sum();
  }

  private void inTurn(NACChannel channel, long end, LongAdder count) {
    try {
      while (System.nanoTime() < end) {
        channel.send(echo());
        channel.receive();
        count.increment();
      }
    } catch (ISOException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void sends(NACChannel channel, long end, Window window) {
    try {
      int sent = 0;
      while (System.nanoTime() < end) {
        window.free.acquireUninterruptibly();
        channel.send(echo());
        sent++;
        window.underWay.release();
      }
      window.sent = sent;
      window.underWay.release();
    } catch (ISOException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void receives(NACChannel channel, Window window, LongAdder count) {
    try {
      for (int received = 0; ; received++) {
        window.underWay.acquireUninterruptibly();
        if (received == window.sent) return;
        channel.receive();
        count.increment();
        window.free.release();
      }
    } catch (ISOException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private ISOMsg echo() throws ISOException {
    return JposServer.echo(numbers.getAndIncrement());
  }

  @Override
  public void close() throws IOException {
    for (NACChannel channel : channels) channel.disconnect();
    server.close();
  }
}
