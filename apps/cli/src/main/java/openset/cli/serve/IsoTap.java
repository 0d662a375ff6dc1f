package openset.cli.serve;

import java.time.InstantSource;
import openset.cli.watch.Seen;
import openset.cli.watch.Watch;
import openset.iso8583.Picture;
import openset.iso8583.Tap;

/**
 * Shows the watch what passes on a participant's links. Each message is seen at the end that opened
 * the link; what passes at listeners is seen at the other end.
 *
 * @param clock what time it is
 * @param own the participant's name
 * @param listener the name of its listener, whose messages others show
 */
record IsoTap(Watch watch, InstantSource clock, String own, String listener) implements Tap {
  private static final String NETWORK_MANAGEMENT = "08";

  @Override
  public void passed(Passed message) {
    if (!isShown(message) || !watch.isWatched()) return;
    String type = message.mti().toString();
    if (message.way() == Way.OUT) {
      watch.passed(type, own, peer(message), message.octets());
    } else {
      watch.passed(type, peer(message), own, message.octets());
    }
  }

  @Override
  public boolean wantsPictures() {
    return watch.hasSpectators();
  }

  @Override
  public void pictured(Passed message, Picture picture) {
    if (!isShown(message)) return;
    boolean out = message.way() == Way.OUT;
    String from = out ? own : peer(message);
    String to = out ? peer(message) : own;
    watch.seen(new Seen(message.link(), from, to, picture, clock.instant()));
  }

  private boolean isShown(Passed message) {
    return !message.link().equals(listener)
        && !message.mti().toString().startsWith(NETWORK_MANAGEMENT);
  }

  private static String peer(Passed message) {
    return message.link().substring(message.link().lastIndexOf('-') + 1);
  }
}
