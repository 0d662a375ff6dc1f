package openset.cli.serve;

import openset.cli.watch.Passed;
import openset.cli.watch.Watch;
import openset.iso8583.Tap;

/**
 * Shows the watch what passes on a participant's links. Each message is seen at the end that opened
 * the link; what passes at listeners is seen at the other end.
 *
 * @param own the participant's name
 * @param listener the name of its listener, whose messages others show
 */
record IsoTap(Watch watch, String own, String listener) implements Tap {
  private static final String NETWORK_MANAGEMENT = "08";

  @Override
  public void passed(Passed message) {
    String type = message.mti().toString();
    boolean shown = !message.link().equals(listener) && !type.startsWith(NETWORK_MANAGEMENT);
    if (!shown || !watch.isWatched()) return;
    String peer = message.link().substring(message.link().lastIndexOf('-') + 1);
    if (message.way() == Way.OUT) {
      watch.passed(type, own, peer, message.octets());
    } else {
      watch.passed(type, peer, own, message.octets());
    }
  }
}
