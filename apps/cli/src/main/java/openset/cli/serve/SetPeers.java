package openset.cli.serve;

import java.net.URI;
import java.util.function.Function;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.cli.watch.Watch;
import openset.conduct.Peers;
import openset.http.MediaType;
import openset.http.client.ClientLimits;
import openset.http.client.HttpFailure;
import openset.http.client.SetClient;
import openset.set.message.MessageWrapper;

/** The way to peers that speak SET: by HTTP, each message seen by the watch. */
public final class SetPeers implements Peers, AutoCloseable {
  private final String own;
  private final Watch watch;
  private final Function<URI, MediaType> type;
  private final SetClient client = new SetClient(ClientLimits.USUAL);

  /**
   * The way out of one participant.
   *
   * @param own its name
   * @param type what kind of messages a destination takes
   */
  public SetPeers(String own, Watch watch, Function<URI, MediaType> type) {
    this.own = own;
    this.watch = watch;
    this.type = type;
  }

  @Override
  public Reply ask(String destination, Der wrapper) {
    URI to = URI.create(destination);
    seen(wrapper.bytes(), own, to.getAuthority());
    try {
      byte[] answer = client.post(to, type.apply(to), wrapper.bytes());
      if (answer.length == 0) return new Reply.Nothing("no answer yet");
      seen(answer, to.getAuthority(), own);
      return new Reply.Bytes(Der.of(answer));
    } catch (HttpFailure e) {
      return new Reply.Nothing(e.getMessage());
    }
  }

  private void seen(byte[] message, String from, String to) {
    if (!watch.isWatched()) return;
    try {
      String name = MessageWrapper.TYPE.decode(message).message().name();
      watch.passed(name, from, to, message.length);
    } catch (Asn1Exception e) {
      watch.passed("?", from, to, message.length);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
