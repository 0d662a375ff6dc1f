package openset.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import openset.conduct.ConductLimits;
import openset.conduct.Peer;
import openset.crypto.Randomness;
import openset.crypto.Suite;
import openset.gateway.Gateway;
import openset.gateway.batch.Served;
import openset.iso8583.LinkConfig;
import openset.set.data.sale.AuthCode;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.Policy;
import openset.set.treatment.merchant.ProcessAuthRes;
import openset.store.Database;
import openset.testkit.world.Purchase;
import openset.testkit.world.World;
import org.jpos.core.SimpleConfiguration;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISORequestListener;
import org.jpos.iso.ISOServer;
import org.jpos.iso.ISOSource;
import org.jpos.iso.channel.NACChannel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Our gateway, asked by a merchant in SET, at an acquirer built on jPOS. */
@Timeout(120)
class JposServerTest {
  private static final World WORLD = new World(Suite.CLASSICAL, "interop");

  /** An acquirer that approves everything below 100.00. */
  static final class Approves implements ISORequestListener {
    final List<ISOMsg> received = new CopyOnWriteArrayList<>();

    @Override
    public boolean process(ISOSource source, ISOMsg request) {
      try {
        received.add(request);
        ISOMsg answer = (ISOMsg) request.clone();
        answer.setResponseMTI();
        for (int field : new int[] {2, 14, 18, 25, 127}) answer.unset(field);
        boolean network = request.getMTI().equals("0800");
        boolean approved = network || Long.parseLong(request.getString(4)) < 100_00;
        answer.set(39, approved ? "00" : "51");
        if (approved && !network) answer.set(38, "J00P5S");
        source.send(answer);
        return true;
      } catch (ISOException | IOException e) {
        throw new IllegalStateException(e);
      }
    }

    ISOMsg last() {
      return received.getLast();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Means gatewayMeans() {
    return new Means(
        World.NOW,
        Randomness.secure(),
        WORLD.trust(),
        new Keyring(List.of(WORLD.gatewaySigning()), List.of(WORLD.gatewayOpening())),
        Policy.standard("OpenSET"));
  }

  private static Gateway gateway(int port, Database database) {
    LinkConfig link = LinkConfig.to("gateway", "127.0.0.1", port, Banks.GATEWAY);
    return Gateway.start(
        new Gateway.Setup(
            "gateway",
            Map.of(Banks.ACQUIRER, link),
            Map.of(),
            Duration.ofSeconds(20),
            ConductLimits.STANDARD,
            new Served(Map.of(World.BRAND, List.of()))),
        new Gateway.Given(
            database, Banks.vault(), JposServerTest::gatewayMeans, InstantSource.system()));
  }

  /** What the merchant believes of the answer to its AuthReq over so many cents. */
  private static ProcessAuthRes.Outcome authorized(Gateway gateway, long minor) throws Exception {
    Means means = WORLD.means(WORLD.trust(), Randomness.secure());
    Purchase purchase = Purchase.of(WORLD, World.offer(minor, Randomness.secure()), means);
    byte[] authReq = purchase.authReq(purchase.pReq(purchase.pInitRes(purchase.pInitReq())));
    byte[] authRes = gateway.receive(new Peer("merchant"), authReq);
    assertThat(MessageWrapper.TYPE.decode(authRes).message().getClass().getSimpleName())
        .isEqualTo("AuthRes");
    purchase.pRes(authRes);
    return purchase.authorized();
  }

  @Test
  @Tag("HL-20")
  void aPurchaseInSetIsAuthorizedByJpos() throws Exception {
    int port = freePort();
    ISOServer server = new ISOServer(port, new NACChannel(new HostPackager(), null), 10);
    server.setConfiguration(new SimpleConfiguration());
    Approves acquirer = new Approves();
    server.addISORequestListener(acquirer);
    Thread.ofVirtual().start(server);
    try (Database database = Banks.gatewayData();
        Gateway gateway = gateway(port, database)) {
      assertThat(gateway.awaitUp(Duration.ofSeconds(20))).isTrue();
      ProcessAuthRes.Outcome outcome = authorized(gateway, 14_90);
      assertThat(outcome.approved()).isTrue();
      assertThat(outcome.approvalCode()).isEqualTo(Optional.of("J00P5S"));
      ISOMsg request = acquirer.last();
      assertThat(request.getMTI()).isEqualTo("0100");
      assertThat(request.getString(2)).isEqualTo(WORLD.card().pan().digits());
      assertThat(request.getString(4)).isEqualTo("000000001490");
      assertThat(request.getString(42)).isEqualTo("M-0001         ");

      ProcessAuthRes.Outcome declined = authorized(gateway, 100_00);
      assertThat(declined.approved()).isFalse();
      assertThat(declined.authCode()).isEqualTo(AuthCode.declined);
    } finally {
      server.shutdown();
    }
  }
}
