package openset.testkit.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openset.crypto.AgreementKeyPair;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.pki.Trust;
import openset.pki.Untrusted;
import openset.set.treatment.authority.CaCredentials;
import openset.testkit.world.World;

/** The certificates, CRLs and keys of {@code vectors/world/}: what scenarios name. */
public final class Shelf {
  private static final List<String> AUTHORITIES =
      List.of("brand", "cca", "mca", "pca", "other-brand", "other-mca");

  private final Map<String, Vector> exhibits = new TreeMap<>();

  /** What is in these vectors, of which only those of {@code world/} count. */
  public Shelf(List<Vector> vectors) {
    for (Vector vector : vectors) {
      if (vector.path().startsWith("world/")) exhibits.put(vector.path(), vector);
    }
  }

  private Vector exhibit(String world, String name) {
    Vector found = exhibits.get("world/" + world + "/" + name + ".txt");
    if (found == null) throw new IllegalStateException("no " + name + " in " + world);
    return found;
  }

  Certificate certificate(String world, String name) {
    return Certificate.of(exhibit(world, name).body());
  }

  CertificateList crl(String world, String name) {
    return CertificateList.of(exhibit(world, name).body());
  }

  /** Trust that knows the root and the authorities, and holds the first CRL of each, and more. */
  Trust trust(String world, String... moreCrls) throws Untrusted {
    List<CertificateList> crls = new ArrayList<>();
    crls.add(crl(world, "root-crl"));
    for (String name : AUTHORITIES) crls.add(crl(world, name + "-crl"));
    List<Certificate> known =
        AUTHORITIES.stream().map(name -> certificate(world, name)).toList();
    Trust trust =
        Trust.in(List.of(certificate(world, "root")))
            .withCertificates(known)
            .withCrls(crls, World.NOW);
    for (String name : moreCrls) {
      trust = trust.withCrls(List.of(crl(world, name)), World.NOW);
    }
    return trust;
  }

  /** The credential of a participant that others seal to: {@code merchant} or {@code gateway}. */
  OpeningCredential opening(String world, String participant) {
    byte[] secret = exhibit(world, participant + "-open-key").body();
    AgreementKeyPair keys =
        AgreementKeyPair.generate(suite(world).agreement(), length -> secret.clone());
    return new OpeningCredential(
        keys.agreement(), certificate(world, participant + "-open"), List.of());
  }

  /** The keys with which {@code cca}, {@code mca} or {@code pca} speaks and opens. */
  CaCredentials authority(String world, String name) {
    return new CaCredentials(
        signing(world, name, List.of(certificate(world, "brand"))), opening(world, name));
  }

  /** The key that {@code gateway} signs with. */
  SigningCredential signing(String world, String participant) {
    List<Certificate> chain = List.of(certificate(world, "pca"), certificate(world, "brand"));
    return signing(world, participant, chain);
  }

  private SigningCredential signing(String world, String name, List<Certificate> chain) {
    byte[] secret = exhibit(world, name + "-sign-key").body();
    SigningKeyPair keys =
        SigningKeyPair.generate(suite(world).signature(), length -> secret.clone());
    return new SigningCredential(keys.signer(), certificate(world, name + "-sign"), chain);
  }

  private static Suite suite(String world) {
    return world.equals(Suite.CLASSICAL.name()) ? Suite.CLASSICAL : Suite.EDWARDS;
  }
}
