package openset.set.message;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import openset.asn1.AsSent;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.crypto.SecretBytes;
import openset.pki.BrandCrlIdentifier;
import openset.pki.cms.Algorithm;
import openset.pki.cms.AuthEnvelopedData;
import openset.pki.cms.EncapsulatedContent;
import openset.pki.cms.IssuerAndSerialNumber;
import openset.pki.cms.KeyAgreeRecipientInfo;
import openset.pki.cms.OriginatorPublicKey;
import openset.pki.cms.SignedAttributes;
import openset.pki.cms.SignedData;
import openset.pki.cms.SignerInfo;
import openset.pki.x509.DistinguishedName;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.set.data.LocalID;
import openset.set.data.Salt;
import openset.set.data.card.PAN;
import openset.set.data.order.Delivery;
import openset.set.data.order.Offer;
import openset.set.data.order.OrderLine;
import openset.set.data.registration.PublicKeySorE;
import openset.set.operator.Content;
import openset.set.operator.Detached;
import openset.set.operator.Enc;
import openset.set.operator.EncB;
import openset.set.operator.Linked;

/**
 * Draws values of any type of the messages. A record is drawn component by component and thrown
 * away where its constructor or its ASN.1 refuses it, so that the bounds are those of the code.
 */
final class Arbitrary {
  private static final int TRIES = 20_000;
  private static final List<String> TEXTS =
      List.of("1", "12", "1234", "123456", "EN", "Aurora", "https://shop.example/", "你好", "Zoë");
  private static final int[] SIZES = {20, 20, 32, 32, 1, 5, 0};
  private static final int[] NUMBERS = {1, 1, 2, 3, 7, 0, 50, 300, 978, 999_999};

  private final Random random;
  private final Map<Class<?>, Supplier<?>> special =
      Map.ofEntries(
          Map.entry(String.class, () -> pick(TEXTS)),
          Map.entry(boolean.class, this::flag),
          Map.entry(int.class, this::number),
          Map.entry(Integer.class, this::number),
          Map.entry(long.class, () -> (long) number()),
          Map.entry(double.class, () -> flag() ? number() : random().nextDouble()),
          Map.entry(Instant.class, this::instant),
          Map.entry(YearMonth.class, () -> YearMonth.of(2020 + number() % 20, 1 + number() % 12)),
          Map.entry(Der.class, this::octets),
          Map.entry(ObjectIdentifier.class, () -> ObjectIdentifier.of("2.23.42.2." + number())),
          Map.entry(SecretBytes.class, () -> SecretBytes.of(bytes(32))),
          Map.entry(PAN.class, () -> PAN.completing("999001" + (100_000_000 + number()))),
          Map.entry(CurrencyCode.class, this::currency),
          Map.entry(OrderLine.class, () -> line(currency(), 1 + number() % 9)),
          Map.entry(Offer.class, this::offer),
          Map.entry(PublicKeySorE.class, this::keys),
          Map.entry(SignedData.class, this::signed),
          Map.entry(AuthEnvelopedData.class, this::sealed));

  Arbitrary(long seed) {
    random = new Random(seed);
  }

  /** Any value of {@code type}, as the Java language writes that type. */
  Object value(Type type) {
    if (type instanceof ParameterizedType generic) return generic(generic);
    Class<?> kind = (Class<?>) type;
    if (special.containsKey(kind)) return special.get(kind).get();
    if (kind.isEnum()) return pick(List.of(kind.getEnumConstants()));
    if (kind.isRecord()) return retry(kind, () -> tryRecord(kind));
    if (kind.isSealed()) return retry(kind, () -> writable(kind, value(alternative(kind))));
    throw new IllegalArgumentException("cannot draw a " + kind);
  }

  private Class<?> alternative(Class<?> kind) {
    List<Class<?>> all = new ArrayList<>(List.of(kind.getPermittedSubclasses()));
    return pick(all);
  }

  private Object generic(ParameterizedType type) {
    Class<?> kind = (Class<?>) type.getRawType();
    Type first = type.getActualTypeArguments()[0];
    if (kind == Optional.class) {
      boolean crlIdentifier = first.getTypeName().contains(BrandCrlIdentifier.class.getName());
      boolean absent = crlIdentifier || flag();
      return absent ? Optional.empty() : Optional.of(value(first));
    }
    if (kind == List.class) return list(first);
    if (kind == Detached.class) return new Detached<>(contentOf(first).oid(), Der.of(bytes(32)));
    if (kind == AsSent.class) return sent(first);
    if (kind == Linked.class) {
      Object link = value(detached(type.getActualTypeArguments()[1]));
      return new Linked<>(value(first), (Detached<?>) link);
    }
    if (kind == EncB.class) {
      return new EncB<>(new Enc<>(sealed()), sent(type.getActualTypeArguments()[1]));
    }
    return retry(kind, () -> tryRecord(kind));
  }

  private static Type detached(Type of) {
    return new ParameterizedType() {
      @Override
      public Type[] getActualTypeArguments() {
        return new Type[] {of};
      }

      @Override
      public Type getRawType() {
        return Detached.class;
      }

      @Override
      public Type getOwnerType() {
        return Detached.class;
      }
    };
  }

  private List<?> list(Type of) {
    List<Object> list = new ArrayList<>();
    for (int n = random.nextInt(3); n >= 0; n--) list.add(value(of));
    return random.nextInt(8) == 0 ? List.of() : list;
  }

  @SuppressWarnings("unchecked")
  private AsSent<?> sent(Type type) {
    return AsSent.of((Asn1Type<Object>) declared((Class<?>) type, "TYPE"), value(type));
  }

  private static Content<?> contentOf(Type type) {
    return (Content<?>) declared((Class<?>) type, "CONTENT");
  }

  static Object declared(Class<?> kind, String constant) {
    try {
      return kind.getField(constant).get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(kind + " has no " + constant, e);
    }
  }

  private static Object retry(Class<?> kind, Supplier<Optional<Object>> draw) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Object> drawn = draw.get();
      if (drawn.isPresent()) return drawn.get();
    }
    throw new IllegalStateException("never drew a " + kind);
  }

  private Optional<Object> tryRecord(Class<?> kind) {
    RecordComponent[] parts = kind.getRecordComponents();
    Class<?>[] types = new Class<?>[parts.length];
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      types[i] = parts[i].getType();
      values[i] = value(parts[i].getGenericType());
    }
    try {
      Constructor<?> constructor = kind.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return writable(kind, constructor.newInstance(values));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException) return Optional.empty();
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Optional<Object> writable(Class<?> kind, Object made) {
    try {
      if (hasType(kind)) ((Asn1Type<Object>) declared(kind, "TYPE")).encode(made);
      return Optional.of(made);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean hasType(Class<?> kind) {
    for (var field : kind.getFields()) {
      if (field.getName().equals("TYPE") && field.getDeclaringClass() == kind) return true;
    }
    return false;
  }

  private OrderLine line(CurrencyCode currency, int number) {
    CurrencyAmount price = new CurrencyAmount(currency, number());
    int quantity = 1 + random.nextInt(5);
    return new OrderLine(
        number, "A-" + number, pick(TEXTS), quantity, price, price.times(quantity), salt());
  }

  private Salt salt() {
    return Salt.random(this::bytes);
  }

  private Offer offer() {
    CurrencyCode currency = currency();
    List<OrderLine> lines = new ArrayList<>();
    for (int n = 1 + random.nextInt(4); lines.size() < n; ) {
      lines.add(line(currency, lines.size() + 1));
    }
    CurrencyAmount tax = new CurrencyAmount(currency, number());
    CurrencyAmount charge = new CurrencyAmount(currency, number());
    CurrencyAmount total = tax.plus(charge);
    for (OrderLine line : lines) total = total.plus(line.lineTotal());
    return new Offer(
        LocalID.ofText("order-" + number()),
        instant(),
        List.of(new BrandID("Aurora")),
        lines,
        tax,
        charge,
        total,
        (Delivery) value(Delivery.class),
        Optional.empty());
  }

  private PublicKeySorE keys() {
    Der spki = Der.ofHex("300d300706032b65700500030200ff");
    return new PublicKeySorE(Optional.of(spki), flag() ? Optional.of(spki) : Optional.empty());
  }

  private SignedData signed() {
    ObjectIdentifier oid = ObjectIdentifier.of("2.23.42.0.12");
    SignerInfo signer =
        new SignerInfo(
            holder(),
            Algorithm.SHA256,
            new SignedAttributes(oid, Der.of(bytes(32))).toSend(),
            Algorithm.ECDSA_SHA256,
            Der.of(bytes(70)));
    EncapsulatedContent content =
        new EncapsulatedContent(oid, flag() ? Optional.empty() : Optional.of(Der.of(bytes(30))));
    return new SignedData(
        List.of(Algorithm.SHA256), content, List.of(), List.of(), List.of(signer));
  }

  private AuthEnvelopedData sealed() {
    OriginatorPublicKey fresh = new OriginatorPublicKey(Algorithm.ED25519, Der.of(bytes(32)));
    return new AuthEnvelopedData(
        new KeyAgreeRecipientInfo(
            fresh,
            Algorithm.ECDH_HKDF_SHA256,
            new KeyAgreeRecipientInfo.RecipientEncryptedKey(holder(), Der.of(bytes(40)))),
        new AuthEnvelopedData.EncryptedContent(Algorithm.SHA256, Der.of(bytes(90))),
        Der.of(bytes(16)));
  }

  private IssuerAndSerialNumber holder() {
    DistinguishedName issuer = DistinguishedName.of("SE", "Aurora", "Test Authority");
    return new IssuerAndSerialNumber(
        Der.of(DistinguishedName.TYPE.encode(issuer)), BigInteger.valueOf(1 + number()));
  }

  private Instant instant() {
    return Instant.ofEpochSecond(1_700_000_000L + number(), flag() ? 0 : 120_000_000);
  }

  private CurrencyCode currency() {
    return pick(List.of(CurrencyCode.of("EUR"), CurrencyCode.of("JPY"), CurrencyCode.of("KWD")));
  }

  private Der octets() {
    return Der.of(bytes(SIZES[random.nextInt(SIZES.length)]));
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private int number() {
    return NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private boolean flag() {
    return random.nextBoolean();
  }

  private Random random() {
    return random;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
