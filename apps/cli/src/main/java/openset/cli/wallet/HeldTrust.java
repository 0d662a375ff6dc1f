package openset.cli.wallet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import openset.asn1.Asn1Exception;
import openset.crypto.DigestAlgorithm;
import openset.http.MediaType;
import openset.http.client.ClientLimits;
import openset.http.client.HttpFailure;
import openset.http.client.ResourceClient;
import openset.pages.wallet.WalletConfig;
import openset.pki.Certificate;
import openset.pki.Trust;
import openset.pki.TrustBundle;
import openset.pki.Untrusted;

/**
 * Whom the wallet trusts: the root it knows by its digest, and what leads to it. What is held is
 * stored, and never given up for something older.
 */
final class HeldTrust {
  private final WalletConfig config;
  private final Path store;

  HeldTrust(WalletConfig config, Path store) {
    this.config = config;
    this.store = store;
  }

  /** What is published now and held before; {@code fresh} where it must be asked for anew. */
  Trust current(boolean fresh, Instant now) throws Stopped {
    boolean stored = Files.exists(store);
    if (stored && !fresh) return held(trustIn(read()), read(), now);
    byte[] published = published();
    Trust trust = stored ? held(trustIn(read()), read(), now) : trustIn(published);
    Trust current = held(trust, published, now);
    write(current);
    return current;
  }

  private byte[] published() throws Stopped {
    try (ResourceClient client = new ResourceClient(ClientLimits.USUAL)) {
      return client.get(config.trust(), MediaType.OCTETS);
    } catch (HttpFailure e) {
      throw new Stopped(
          "The certification authority does not answer at " + config.trust() + ".",
          "认证机构 " + config.trust() + " 没有应答。");
    }
  }

  /** The root of a bundle: the certificate whose digest we were told. */
  private Trust trustIn(byte[] bundle) throws Stopped {
    for (Certificate one : bundle(bundle).certificates()) {
      byte[] digest = DigestAlgorithm.SHA256.digest(one.der().bytes());
      if (HexFormat.of().formatHex(digest).equals(config.root())) {
        return Trust.in(List.of(one));
      }
    }
    throw new Stopped(
        "The authority does not show the root that this wallet trusts. Pay nothing here.",
        "认证机构没有出示本钱包信任的根证书，请勿在此付款。");
  }

  private static TrustBundle bundle(byte[] octets) throws Stopped {
    try {
      return TrustBundle.of(octets);
    } catch (Asn1Exception e) {
      throw untrusted(e.getMessage());
    }
  }

  private static Trust held(Trust trust, byte[] bundle, Instant now) throws Stopped {
    try {
      return bundle(bundle).heldBy(trust, now);
    } catch (Untrusted e) {
      throw untrusted(e.rule());
    }
  }

  private static Stopped untrusted(String rule) {
    return new Stopped(
        "What the authority publishes is not in order (" + rule + ").",
        "认证机构发布的内容有误（" + rule + "）。");
  }

  private byte[] read() throws Stopped {
    try {
      return Files.readAllBytes(store);
    } catch (IOException e) {
      throw new Stopped(store + " cannot be read.", "无法读取 " + store + "。");
    }
  }

  /** With the root, so that it is found again without the authority. */
  private void write(Trust trust) throws Stopped {
    TrustBundle beyond = TrustBundle.of(trust);
    List<Certificate> all = new java.util.ArrayList<>(trust.roots());
    all.addAll(beyond.certificates());
    byte[] octets = new TrustBundle(all, beyond.crls(), beyond.brandCrls()).der();
    try {
      Path half = Files.createTempFile(store.getParent(), "trust", ".new");
      Files.write(half, octets);
      Files.move(
          half,
          store,
          java.nio.file.StandardCopyOption.ATOMIC_MOVE,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Stopped(store + " cannot be written.", "无法写入 " + store + "。");
    }
  }
}
