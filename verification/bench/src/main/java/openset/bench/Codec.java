package openset.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.DerReader;
import openset.asn1.Limits;
import openset.asn1.Trace;
import openset.crypto.Randomness;
import openset.pki.Certificate;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.data.registration.CertResData;
import openset.set.data.registration.CertStatus;
import openset.set.data.registration.CertStatusCode;
import openset.set.message.CertRes;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.testkit.world.Purchase;
import openset.testkit.world.World;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;

/** Reads and writes whole messages, as they travel. */
final class Codec {
  private static final int CONSTRUCTED = 0x20;

  private final Load load;

  /** Messages of {@code load}'s world. */
  Codec(Load load) {
    this.load = load;
  }

  /** A message and its name. */
  private record Message(String name, byte[] octets) {}

  /** All figures. */
  List<Compared> measure(Effort effort) throws Exception {
    List<Compared> all = new ArrayList<>();
    for (Message message : messages()) {
      byte[] octets = message.octets;
      MessageWrapper wrapper = MessageWrapper.TYPE.decode(octets);
      ASN1Primitive tree = ASN1Primitive.fromByteArray(octets);
      all.add(
          new Compared(
              message.name + " read",
              octets.length,
              nanos(effort, () -> MessageWrapper.TYPE.decode(octets)),
              nanos(effort, () -> walk(octets)),
              nanos(effort, () -> ASN1Primitive.fromByteArray(octets))));
      all.add(
          new Compared(
              message.name + " written",
              octets.length,
              nanos(effort, () -> MessageWrapper.TYPE.encode(wrapper)),
              0,
              nanos(effort, () -> written(tree))));
    }
    return all;
  }

  private static double nanos(Effort effort, CpuTime.Work work) throws Exception {
    int times = 5 * effort.times();
    CpuTime.nanos(1, 5 * effort.warm(), work);
    return CpuTime.nanos(effort.rounds(), times, work);
  }

  private List<Message> messages() throws Exception {
    Purchase purchase = load.begun();
    byte[] pReq = purchase.pReq(purchase.pInitRes(purchase.pInitReq()));
    return List.of(
        new Message("PReq", pReq),
        new Message("AuthReq", purchase.authReq(pReq)),
        new Message("CertRes", certRes(load.world())));
  }

  /** What a merchant is sent with its two certificates. */
  private static byte[] certRes(World world) {
    Randomness chance = Randomness.secure();
    List<Certificate> issued =
        List.of(
            world.merchantSigning().certificate(), world.merchantOpening().certificate());
    RRPID rrpid = RRPID.random(chance);
    LocalID lid = LocalID.ofText("merchant-1");
    CertResData data =
        new CertResData(
            rrpid,
            lid,
            Challenge.random(chance),
            LocalID.ofText("ca-1"),
            new CertStatus(
                CertStatusCode.requestComplete,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            Optional.of(issued.stream().map(CertThumb::of).toList()),
            Optional.empty(),
            Optional.empty());
    Signatory signatory = Signatory.of(world.merchantSigning()).enclosing(issued);
    CertRes answer = new CertRes.Clear(S.sign(signatory, CertResData.CONTENT, data));
    return MessageWrapper.TYPE.encode(wrapped(answer, rrpid, lid));
  }

  private static MessageWrapper wrapped(CertRes answer, RRPID rrpid, LocalID lid) {
    MessageIDs ids = new MessageIDs(Optional.of(lid), Optional.empty(), Optional.empty());
    return MessageWrapper.of(
        MessageHeader.of(World.NOW, Optional.of(ids), rrpid, new SWIdent("OpenSET")), answer);
  }

  private static byte[] written(ASN1Primitive tree) throws IOException {
    return tree.getEncoded(ASN1Encoding.DER);
  }

  /** Goes over all tags and lengths, into all that is constructed. */
  private static Integer walk(byte[] octets) {
    return walk(new DerReader(octets, Limits.PEER, Trace.NONE));
  }

  private static int walk(DerReader in) {
    int values = 0;
    while (in.hasNext()) {
      values++;
      int tag = in.peekTag();
      if (isConstructed(tag)) {
        int outer = in.enter(tag);
        values += walk(in);
        in.leave(outer);
      } else {
        in.skip();
      }
    }
    return values;
  }

  private static boolean isConstructed(int tag) {
    int first = tag;
    while (first > 0xff) first >>>= 8;
    return (first & CONSTRUCTED) != 0;
  }
}
