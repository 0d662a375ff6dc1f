package openset.bench;

/** The cryptographic operations a purchase is made of, and the function of ours that does each. */
enum Operation {
  SIGN("openset.crypto.provider.Signatures::sign"),
  VERIFY("openset.crypto.provider.Signatures::verify"),
  ENCAPSULATE("openset.crypto.AgreementPublicKey::encapsulate"),
  DECAPSULATE("openset.crypto.AgreementKeyPair$InMemory::agree"),
  WRAP("openset.crypto.AesKeyWrap::wrap"),
  UNWRAP("openset.crypto.AesKeyWrap::unwrap"),
  SEAL("openset.crypto.AesGcm::seal"),
  OPEN("openset.crypto.AesGcm::open"),
  DIGEST("openset.crypto.DigestAlgorithm::digest"),
  MAC("openset.crypto.Hmac::mac");

  private final String function;

  Operation(String function) {
    this.function = function;
  }

  /** Class and method, as the flight recorder names it. */
  String function() {
    return function;
  }
}
