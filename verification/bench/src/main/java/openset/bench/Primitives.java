package openset.bench;

import java.util.EnumMap;
import java.util.Map;
import openset.crypto.AesGcm;
import openset.crypto.AesKeyWrap;
import openset.crypto.AgreementKeyPair;
import openset.crypto.AgreementPublicKey;
import openset.crypto.DigestAlgorithm;
import openset.crypto.Encapsulation;
import openset.crypto.Hmac;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.SigningKeyPair;
import openset.crypto.SigningPublicKey;
import openset.crypto.Suite;

/**
 * What each operation costs alone, by the provider that our code uses, with keys that are loaded.
 *
 * @param sealedOctets how much is sealed at a time
 * @param digestedOctets how much is digested at a time
 */
record Primitives(Suite suite, int sealedOctets, int digestedOctets) {
  private static final byte[] NOTHING = {};
  private static final int SIGNED_OCTETS = 105;

  /** Each operation, to be done. */
  Map<Operation, CpuTime.Work> works() throws Exception {
    Map<Operation, CpuTime.Work> works = new EnumMap<>(Operation.class);
    SigningKeyPair signs = SigningKeyPair.generate(suite.signature());
    SigningPublicKey verifies = SigningPublicKey.of(signs.publicKey().spki());
    byte[] message = Randomness.secure().bytes(SIGNED_OCTETS);
    byte[] signature = signs.signer().sign(message);
    works.put(Operation.SIGN, () -> signs.signer().sign(message));
    works.put(Operation.VERIFY, () -> verifies.verify(message, signature));
    AgreementKeyPair agrees = AgreementKeyPair.generate(suite.agreement());
    AgreementPublicKey to = AgreementPublicKey.of(agrees.publicKey().spki());
    Encapsulation sent = to.encapsulate();
    works.put(Operation.ENCAPSULATE, to::encapsulate);
    works.put(Operation.DECAPSULATE, () -> agrees.agreement().agree(sent.ephemeralSpki()));
    symmetric(works);
    return works;
  }

  private void symmetric(Map<Operation, CpuTime.Work> works) throws Exception {
    SecretBytes key = SecretBytes.random(AesGcm.KEY_OCTETS, Randomness.secure());
    byte[] wrapped = AesKeyWrap.wrap(key, key);
    works.put(Operation.WRAP, () -> AesKeyWrap.wrap(key, key));
    works.put(Operation.UNWRAP, () -> AesKeyWrap.unwrap(key, wrapped));
    byte[] plain = Randomness.secure().bytes(sealedOctets);
    byte[] nonce = Randomness.secure().bytes(AesGcm.NONCE_OCTETS);
    byte[] sealed = AesGcm.seal(key, nonce, NOTHING, plain);
    // The JDK wants another nonce for each message under one key; drawing it belongs to sealing.
    works.put(
        Operation.SEAL,
        () ->
            AesGcm.seal(
                key, Randomness.secure().bytes(AesGcm.NONCE_OCTETS), NOTHING, plain));
    works.put(Operation.OPEN, () -> AesGcm.open(key, nonce, NOTHING, sealed));
    byte[] digested = Randomness.secure().bytes(digestedOctets);
    works.put(Operation.DIGEST, () -> DigestAlgorithm.SHA256.digest(digested));
    works.put(Operation.MAC, () -> Hmac.sha256(key, digested));
  }
}
