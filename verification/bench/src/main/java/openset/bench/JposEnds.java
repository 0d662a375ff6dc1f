package openset.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jpos.core.ConfigurationException;
import org.jpos.core.SimpleConfiguration;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOServer;
import org.jpos.iso.ISOSource;
import org.jpos.iso.channel.NACChannel;
import org.jpos.iso.packager.ISO87APackagerBBitmap;

/** jPOS's server and channels. */
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

  private final ISOServer server;
  private final List<NACChannel> channels = new ArrayList<>();
  private final AtomicInteger numbers = new AtomicInteger();

  JposEnds(int connections) throws IOException, ISOException, ConfigurationException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    server = new ISOServer(port, new NACChannel(new ISO87APackagerBBitmap(), null), 64);
    server.setConfiguration(new SimpleConfiguration());
    server.addISORequestListener(JposEnds::answered);
    Thread.ofPlatform().daemon().start(server);
    for (int i = 0; i < connections; i++) channels.add(connected(port));
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

  private static boolean answered(ISOSource source, ISOMsg request) {
    try {
      ISOMsg answer = (ISOMsg) request.clone();
      answer.setResponseMTI();
      answer.set(39, "00");
      source.send(answer);
      return true;
    } catch (ISOException | IOException e) {
      throw new IllegalStateException(e);
    }
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
    ISOMsg message = new ISOMsg("0800");
    message.set(7, "0601120000");
    message.set(11, String.format("%06d", numbers.getAndIncrement() % 1_000_000));
    message.set(33, "111");
    message.set(70, "301");
    return message;
  }

  @Override
  public void close() throws IOException {
    for (NACChannel channel : channels) channel.disconnect();
    server.shutdown();
  }
}
