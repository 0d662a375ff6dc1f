package openset.set.operator;

import java.util.Optional;
import openset.asn1.Der;
import openset.crypto.SigningPublicKey;
import openset.pki.TrustedCertificate;
import openset.set.Refused;

/** Which keys must have signed a request for certificates; the request itself names the new one. */
@FunctionalInterface
public interface KeyRule<T> {
  /**
   * Who must have signed {@code claim}, of which nothing is proved yet.
   *
   * @throws Refused where the claim cannot be right whoever signed it
   */
  Signers signersOf(T claim) throws Refused;

  /**
   * The keys that must have signed, each of them and no other.
   *
   * @param newKey the key that wants a certificate, where it can sign
   * @param holder the holder of a certificate, where one is renewed or vouches for the new key
   */
  record Signers(Optional<SigningPublicKey> newKey, Optional<Expected> holder) {
    /** There is at least one. */
    public Signers {
      if (newKey.isEmpty() && holder.isEmpty()) throw new IllegalArgumentException("no signer");
    }

    /** The new key alone: a first certificate. */
    public static Signers newKey(SigningPublicKey key) {
      return new Signers(Optional.of(key), Optional.empty());
    }

    /** The holder alone: a certificate for a key that cannot sign. */
    public static Signers holder(Expected expected) {
      return new Signers(Optional.empty(), Optional.of(expected));
    }

    /** Both: a renewal. */
    public static Signers both(SigningPublicKey key, Expected expected) {
      return new Signers(Optional.of(key), Optional.of(expected));
    }
  }

  /**
   * A request for certificates whose sender proved to hold the keys its rule asked for.
   * Only the operators of this package make one.
   */
  final class Proof<T> {
    private final T value;
    private final Der bytes;
    private final Optional<SigningPublicKey> newKey;
    private final Optional<String> passkeyOrigin;
    private final Optional<TrustedCertificate> holder;

    Proof(
        T value,
        Der bytes,
        Optional<SigningPublicKey> newKey,
        Optional<String> passkeyOrigin,
        Optional<TrustedCertificate> holder) {
      this.value = value;
      this.bytes = bytes;
      this.newKey = newKey;
      this.passkeyOrigin = passkeyOrigin;
      this.holder = holder;
    }

    /** The request. */
    public T value() {
      return value;
    }

    /** The octets that were signed, as sent. */
    public Der bytes() {
      return bytes;
    }

    /** The new key that signed, if the rule asked for one. */
    public Optional<SigningPublicKey> newKey() {
      return newKey;
    }

    /** From which web origin the new key signed, where it is a passkey (PK-06). */
    public Optional<String> passkeyOrigin() {
      return passkeyOrigin;
    }

    /** The holder of a certificate that signed, if the rule asked for one. */
    public Optional<TrustedCertificate> holder() {
      return holder;
    }

    /** The same proof for another view of the value. */
    <U> Proof<U> as(U other) {
      return new Proof<>(other, bytes, newKey, passkeyOrigin, holder);
    }

    /** Nothing of the request: it may be secret. */
    @Override
    public String toString() {
      return "Proof";
    }
  }
}
