package openset.http.socket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;

/**
 * What one accepted socket is doing and since when, so that a peer who keeps us waiting is let go.
 * A request begins with its first octet and ends when something is written back; while a route
 * works on it nobody waits for the peer, and it may take as long as it likes.
 */
final class WatchedSocket {
  private static final long NEVER = Long.MAX_VALUE;

  private final SocketChannel channel;
  private final Connections.Patience patience;

  private long waitingSince;
  private long requestSince = NEVER;
  private Doing doing = Doing.OPENING;
  private boolean late;

  private enum Doing {
    OPENING,
    READING,
    WORKING,
    WRITING
  }

  WatchedSocket(SocketChannel channel, Connections.Patience patience, long now) {
    this.channel = channel;
    this.patience = patience;
    this.waitingSince = now;
  }

  synchronized void startsReading(long now) {
    doing = Doing.READING;
    waitingSince = now;
  }

  synchronized void hasRead(long now) {
    doing = Doing.WORKING;
    requestSince = Math.min(requestSince, now);
  }

  synchronized void startsWriting(long now) {
    doing = Doing.WRITING;
    waitingSince = now;
    requestSince = NEVER;
  }

  synchronized void hasWritten() {
    doing = Doing.WORKING;
  }

  /** Whether a request has begun to arrive. */
  synchronized boolean inRequest() {
    return requestSince != NEVER;
  }

  /** Whether the peer was let go for being late. */
  synchronized boolean isLate() {
    return late;
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  /** Lets the peer go when it has kept us waiting too long. */
  synchronized void check(long now) {
    if (late) {
      return;
    }
    late =
        switch (doing) {
          case WORKING -> false;
          case OPENING, WRITING -> now - waitingSince > patience.request().toMillis();
          case READING ->
              inRequest()
                  ? now - requestSince > patience.request().toMillis()
                  : now - waitingSince > patience.idle().toMillis();
        };
    if (late) {
      letGo();
    }
  }

  private void letGo() {
    try {
      if (doing == Doing.READING) {
        // Wakes the reading thread, which can still say why before it closes.
        channel.shutdownInput();
      } else {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
