package openset.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import openset.crypto.provider.Curve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the standards say comes out. */
class KnownAnswersTest {
  @ParameterizedTest
  @CsvSource({
    // RFC 8032 7.1, tests 1 to 3
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39"
        + "701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f36"
        + "13d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
        + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f7"
        + "60984dc6594a7c15e9716ed28dc027beceea1ec40a",
  })
  void ed25519OfRfc8032(String seed, String point, String message, String signature)
      throws BadKey {
    SigningKeyPair pair = SigningKeyPair.of(SignatureAlgorithm.ED25519, secret(seed));
    assertThat(pair.publicKey().spki()).isEqualTo(Curve.ED25519.spki(hex(point)));
    assertThat(pair.signer().sign(hex(message))).isEqualTo(hex(signature));
    assertThat(pair.publicKey().verify(hex(message), hex(signature))).isTrue();
  }

  @Test
  void ecdsaOfRfc6979() throws BadKey {
    SigningKeyPair pair =
        SigningKeyPair.of(
            SignatureAlgorithm.ECDSA_P256_SHA256,
            secret("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721"));
    byte[] point =
        hex(
            "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
                + "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
    assertThat(pair.publicKey().spki()).isEqualTo(Curve.P256.spki(point));
    byte[] signature =
        hex(
            "3046022100efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                + "022100f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");
    assertThat(pair.publicKey().verify("sample".getBytes(), signature)).isTrue();
    assertThat(pair.publicKey().verify("simple".getBytes(), signature)).isFalse();
  }

  @Test
  void ecdhOfRfc5903() throws BadKey {
    AgreementKeyPair initiator =
        AgreementKeyPair.of(
            AgreementAlgorithm.ECDH_P256,
            secret("c88f01f510d9ac3f70a292daa2316de544e9aab8afe84049c62a9c57862d1433"));
    byte[] responder =
        hex(
            "04d12dfb5289c8d4f81208b70270398c342296970a0bccb74c736fc7554494bf63"
                + "56fbf3ca366cc23e8157854c13c58d6aac23f046ada30f8353e74f33039872ab");
    assertThat(initiator.agreement().agree(Curve.P256.spki(responder)))
        .isEqualTo(secret("d6840f6b42f6edafd13116e0e12565202fef8e9ece7dce03812464d04b9442de"));
  }

  @ParameterizedTest
  @CsvSource({
    // RFC 7748 5.2, then both sides of 6.1
    "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4,"
        + "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c,"
        + "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552",
    "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a,"
        + "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f,"
        + "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742",
    "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb,"
        + "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a,"
        + "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742",
  })
  void x25519OfRfc7748(String scalar, String point, String shared) throws BadKey {
    AgreementKeyPair pair = AgreementKeyPair.of(AgreementAlgorithm.X25519, secret(scalar));
    assertThat(pair.agreement().agree(Curve.X25519.spki(hex(point)))).isEqualTo(secret(shared));
  }

  @ParameterizedTest
  @CsvSource({
    // RFC 5869 A.1, A.2, A.3
    "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b,000102030405060708090a0b0c,"
        + "f0f1f2f3f4f5f6f7f8f9,"
        + "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c"
        + "2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f,"
        + "606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a"
        + "8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeaf,"
        + "b0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9da"
        + "dbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff,"
        + "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41"
        + "c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
    "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b,'','',"
        + "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
  })
  void hkdfOfRfc5869(String secret, String salt, String info, String expected) {
    assertThat(Hkdf.sha256(secret(secret), hex(salt), hex(info), expected.length() / 2))
        .isEqualTo(secret(expected));
  }

  @ParameterizedTest
  @CsvSource({
    // RFC 4231 4.2, 4.3, 4.4
    "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b,4869205468657265,"
        + "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
    "4a656665,7768617420646f2079612077616e7420666f72206e6f7468696e673f,"
        + "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,"
        + "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"
        + "dddddddddddddd,"
        + "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
  })
  void hmacOfRfc4231(String key, String data, String expected) {
    assertThat(Hmac.sha256(secret(key), hex(data))).isEqualTo(hex(expected));
  }

  @ParameterizedTest
  @CsvSource({
    // NIST, ANS X9.63-2001 component tests with SHA-256
    "96c05619d56c328ab95fe84b18264b08725b85e33fd34f08,'',443024c3dae66b95e6f5670601558f71",
    "22518b10e70f2a3f243810ae3254139efbee04aa57c7af7d,75eef81aa3041e33b80971203d2c0c52,"
        + "c498af77161cc59f2962b9a713e2b215152d139766ce34a776df11866a69bf2e52a13d9c7c6fc878c50c5e"
        + "a0bc7b00e0da2447cfd874f6cf92f30d0097111485500c90c3af8b487872d04685d14c8d1dc8d7fa08beb0"
        + "ce0ababc11f0bd496269142d43525a78e5bc79a17f59676a5706dc54d54d4d1f0bd7e386128ec26afc21",
  })
  void kdfOfX963(String shared, String info, String expected) {
    assertThat(X963Kdf.sha256(secret(shared), hex(info), expected.length() / 2))
        .isEqualTo(secret(expected));
  }

  @ParameterizedTest
  @CsvSource({
    // RFC 3394 4.3, 4.5, 4.6
    "00112233445566778899aabbccddeeff,64e8c3f9ce0f5ba263e9777905818a2a93c8191e7d6e8ae7",
    "00112233445566778899aabbccddeeff0001020304050607,"
        + "a8f9bc1612c68b3ff6e6f4fbe30e71e4769c8b80a32cb8958cd5d17d6b254da1",
    "00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f,"
        + "28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21",
  })
  void keyWrapOfRfc3394(String key, String wrapped) throws Unauthentic {
    SecretBytes kek = secret("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    assertThat(AesKeyWrap.wrap(kek, secret(key))).isEqualTo(hex(wrapped));
    assertThat(AesKeyWrap.unwrap(kek, hex(wrapped))).isEqualTo(secret(key));
  }

  @ParameterizedTest
  @CsvSource({
    // The GCM specification's cases 13, 14 and 16
    "0000000000000000000000000000000000000000000000000000000000000000,"
        + "000000000000000000000000,'','',530f8afbc74536b9a963b4f1c4cb738b",
    "0000000000000000000000000000000000000000000000000000000000000000,"
        + "000000000000000000000000,'',00000000000000000000000000000000,"
        + "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919",
    "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308,"
        + "cafebabefacedbaddecaf888,feedfacedeadbeeffeedfacedeadbeefabaddad2,"
        + "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e"
        + "2449a6b525b16aedf5aa0de657ba637b39,"
        + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b"
        + "1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b",
  })
  void gcmOfItsSpecification(String key, String nonce, String aad, String data, String sealed)
      throws Unauthentic {
    assertThat(AesGcm.seal(secret(key), hex(nonce), hex(aad), hex(data))).isEqualTo(hex(sealed));
    assertThat(AesGcm.open(secret(key), hex(nonce), hex(aad), hex(sealed))).isEqualTo(hex(data));
  }

  @Test
  void digestsOfFips180() {
    byte[] a = {'a'};
    byte[] bc = {'b', 'c'};
    assertThat(DigestAlgorithm.SHA256.digest(a, bc))
        .isEqualTo(hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    assertThat(DigestAlgorithm.SHA512.digest(a, bc))
        .isEqualTo(
            hex(
                "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                    + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"));
    assertThat(DigestAlgorithm.SHA512.digest()).hasSize(DigestAlgorithm.SHA512.octets());
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static SecretBytes secret(String hex) {
    return SecretBytes.of(hex(hex));
  }
}
