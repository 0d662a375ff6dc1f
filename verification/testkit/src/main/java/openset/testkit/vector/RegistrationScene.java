package openset.testkit.vector;

import openset.crypto.Suite;
import openset.set.treatment.Registrant;
import openset.set.treatment.authority.Begun;
import openset.set.treatment.authority.CaCredentials;
import openset.set.treatment.authority.FormGiven;
import openset.set.treatment.authority.Standing;
import openset.set.treatment.endentity.CreateCardCInitReq;
import openset.set.treatment.endentity.CreateCertReq;
import openset.set.treatment.endentity.CreateMeAqCInitReq;
import openset.set.treatment.endentity.CreateRegFormReq;
import openset.testkit.world.CardRegistration;
import openset.testkit.world.OtherRegistration;
import openset.testkit.world.Registrars;
import openset.testkit.world.World;

/** A world in which is registered, and its messages as vectors. */
final class RegistrationScene {
  private final World world;
  private final Registrars registrars;

  /** The same suite gives the same choices. */
  RegistrationScene(Suite suite) {
    world = new World(suite, "vectors " + suite.name());
    registrars = new Registrars(world);
  }

  World world() {
    return world;
  }

  /** The keys of the authority with which {@code who} registers. */
  CaCredentials authority(Registrant who) {
    return registrars.of(who);
  }

  CardRegistration card() {
    return new CardRegistration(world, registrars);
  }

  CardRegistration card(CaCredentials ca) {
    return new CardRegistration(world, registrars, ca);
  }

  OtherRegistration other(Registrant who) {
    return new OtherRegistration(world, registrars, who);
  }

  OtherRegistration other(Registrant who, CaCredentials ca) {
    return new OtherRegistration(world, registrars, who, ca);
  }

  private Vector message(String path, String type, String reader, byte[] octets) {
    return Vector.of(path, octets)
        .with("type", type)
        .with("reader", reader)
        .with("world", world.suite().name())
        .with("now", World.NOW.toString());
  }

  /** {@code wallet}, {@code merchant} or {@code gateway}. */
  static String reader(Registrant who) {
    return switch (who) {
      case CARDHOLDER -> "wallet";
      case MERCHANT -> "merchant";
      case GATEWAY -> "gateway";
    };
  }

  Vector cardCInitReq(String path, byte[] octets) {
    return message(path, "CardCInitReq", "cca", octets);
  }

  Vector cardCInitRes(String path, byte[] octets, CreateCardCInitReq.Asked asked) {
    return message(path, "CardCInitRes", "wallet", octets)
        .with("asked", CreateCardCInitReq.Asked.TYPE, asked);
  }

  Vector regFormReq(String path, byte[] octets, Begun begun) {
    return message(path, "RegFormReq", "cca", octets).with("begun", Begun.TYPE, begun);
  }

  Vector regFormRes(String path, byte[] octets, CreateRegFormReq.Asked asked) {
    return message(path, "RegFormRes", "wallet", octets)
        .with("asked", CreateRegFormReq.Asked.TYPE, asked);
  }

  Vector meAqCInitReq(String path, byte[] octets, String authority) {
    return message(path, "Me-AqCInitReq", authority, octets);
  }

  Vector meAqCInitRes(
      String path, byte[] octets, CreateMeAqCInitReq.Asked asked, Registrant who) {
    return message(path, "Me-AqCInitRes", reader(who), octets)
        .with("asked", CreateMeAqCInitReq.Asked.TYPE, asked);
  }

  Vector certReq(String path, byte[] octets, FormGiven given, Registrant who) {
    return message(path, "CertReq", Registrars.name(who), octets)
        .with("form", FormGiven.TYPE, given);
  }

  Vector certRes(String path, byte[] octets, CreateCertReq.Asked asked, Registrant who) {
    return message(path, "CertRes", reader(who), octets)
        .with("asked", CreateCertReq.Asked.TYPE, asked);
  }

  Vector certInqReq(String path, byte[] octets, Standing standing) {
    return message(path, "CertInqReq", "cca", octets).with("standing", Standing.TYPE, standing);
  }

  Vector certInqRes(String path, byte[] octets, CreateCertReq.Asked asked) {
    return message(path, "CertInqRes", "wallet", octets)
        .with("asked", CreateCertReq.Asked.TYPE, asked);
  }
}
