package openset.set.initiation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.asn1.Tagged;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.set.data.Digest;
import openset.set.data.LocalID;
import openset.set.data.order.PublishedOffer;
import openset.set.operator.Signed;

/** Reads and writes initiations as text, {@code spec/initiation.md}. */
public final class InitiationText {
  private static final String TYPE = "SET-Initiation-Type";
  private static final String VERSION = "SET-Version";
  private static final String SET_URL = "SET-SET-URL";
  private static final String LID_M = "SET-LID-M";
  private static final String BRAND = "SET-Brand";
  private static final String PURCH_AMT = "SET-PurchAmt";
  private static final String OFFER_DIGEST = "SET-Offer-Digest";
  private static final String SUCCESS = "SET-Success-URL";
  private static final String FAILURE = "SET-Failure-URL";
  private static final String CANCEL = "SET-Cancel-URL";
  private static final String PAYMENT = "Payment-Initiation";
  private static final String REGISTRATION = "Registration-Initiation";
  private static final String THIS_VERSION = "1.0";
  private static final Pattern LABEL = Pattern.compile("(?:[0-9a-f]{2}){1,20}");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern AMOUNT =
      Pattern.compile("([0-9]{3}) (0|[1-9][0-9]{0,14}) (0|-[1-4])");
  private static final Base64.Encoder BODY =
      Base64.getMimeEncoder(76, "\r\n".getBytes(StandardCharsets.US_ASCII));

  private static final Tagged<Signed<PublishedOffer>> PUBLISHED = Signed.type();

  private InitiationText() {}

  /** The text of {@code initiation}. */
  public static String write(Initiation initiation) {
    StringBuilder text = new StringBuilder();
    return switch (initiation) {
      case PaymentInitiation payment -> {
        begin(text, PAYMENT, payment);
        line(text, LID_M, payment.lidM().toString());
        line(text, PURCH_AMT, amount(payment.purchAmt()));
        line(text, OFFER_DIGEST, payment.offerDigest().octets().toString());
        text.append("\r\n");
        payment.offer().ifPresent(offer -> part(text, offer.bytes()));
        for (Signed<PublishedOffer> published : payment.published()) {
          text.append("\r\n");
          part(text, PUBLISHED.encode(published));
        }
        yield text.toString();
      }
      case RegistrationInitiation registration -> {
        begin(text, REGISTRATION, registration);
        yield text.append("\r\n").toString();
      }
    };
  }

  private static void part(StringBuilder text, byte[] octets) {
    text.append(BODY.encodeToString(octets)).append("\r\n");
  }

  /**
   * The initiation that {@code text} spells.
   *
   * @throws Refused with the rule it breaks, INIT-01 to INIT-09
   */
  public static Initiation read(String text) throws Refused {
    HeaderLines lines = HeaderLines.of(text);
    // INIT-04: the version is ours.
    if (!lines.one(VERSION).equals(THIS_VERSION)) {
      throw new Refused(ErrorCode.versionTooNew, "INIT-04");
    }
    return switch (lines.one(TYPE)) {
      case PAYMENT -> payment(lines);
      case REGISTRATION -> registration(lines);
      // INIT-05: a purchase or a registration.
      default -> throw new Refused(ErrorCode.messageNotSupported, "INIT-05");
    };
  }

  private static PaymentInitiation payment(HeaderLines lines) throws Refused {
    List<Der> parts = parts(lines.body());
    return new PaymentInitiation(
        address(lines.one(SET_URL)),
        // INIT-07: labels and digests are in lower case hexadecimal.
        hex(LABEL, lines.one(LID_M), LocalID::new),
        brands(lines),
        amount(lines.one(PURCH_AMT)),
        hex(DIGEST, lines.one(OFFER_DIGEST), Digest::new),
        returns(lines),
        parts.stream().findFirst(),
        published(parts));
  }

  private static RegistrationInitiation registration(HeaderLines lines) throws Refused {
    if (!lines.body().isEmpty()) throw broken("INIT-09");
    return new RegistrationInitiation(
        address(lines.one(SET_URL)), brands(lines), returns(lines));
  }

  private static void begin(StringBuilder text, String type, Initiation initiation) {
    line(text, TYPE, type);
    line(text, VERSION, THIS_VERSION);
    line(text, SET_URL, initiation.setUrl().text());
    initiation.brands().forEach(brand -> line(text, BRAND, brand.name()));
    Returns returns = initiation.returns();
    returns.success().ifPresent(url -> line(text, SUCCESS, url.text()));
    returns.failure().ifPresent(url -> line(text, FAILURE, url.text()));
    returns.cancel().ifPresent(url -> line(text, CANCEL, url.text()));
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value).append("\r\n");
  }

  private static Returns returns(HeaderLines lines) throws Refused {
    return new Returns(
        optional(lines.maybe(SUCCESS)),
        optional(lines.maybe(FAILURE)),
        optional(lines.maybe(CANCEL)));
  }

  private static Optional<WebAddress> optional(Optional<String> text) throws Refused {
    return text.isEmpty() ? Optional.empty() : Optional.of(address(text.get()));
  }

  private static WebAddress address(String text) throws Refused {
    return valid("INIT-06", text, WebAddress::new);
  }

  private static List<BrandID> brands(HeaderLines lines) throws Refused {
    List<String> names = lines.all(BRAND);
    if (names.isEmpty() || names.size() > Initiation.BRANDS_MAX) throw broken("INIT-03");
    List<BrandID> brands = new ArrayList<>();
    for (String name : names) brands.add(valid("INIT-03", name, BrandID::new));
    return brands;
  }

  private static <T> T hex(Pattern form, String text, Function<Der, T> of) throws Refused {
    if (!form.matcher(text).matches()) throw broken("INIT-07");
    return of.apply(Der.ofHex(text));
  }

  private static String amount(CurrencyAmount amount) {
    return String.format(
        Locale.ROOT,
        "%03d %d %d",
        amount.currency().number(),
        amount.minor(),
        amount.amtExp10());
  }

  /** INIT-08: currency number, minor units, exponent; the exponent is the currency's. */
  private static CurrencyAmount amount(String text) throws Refused {
    Matcher parts = AMOUNT.matcher(text);
    if (!parts.matches()) throw broken("INIT-08");
    CurrencyCode currency =
        valid("INIT-08", parts.group(1), t -> new CurrencyCode(Integer.parseInt(t)));
    CurrencyAmount amount = new CurrencyAmount(currency, Long.parseLong(parts.group(2)));
    if (!amount(amount).equals(text)) throw broken("INIT-08");
    return amount;
  }

  /** INIT-09: the body is the offer in base64, then what was published of it; or nothing. */
  private static List<Der> parts(String body) throws Refused {
    if (body.isEmpty()) return List.of();
    int end = body.length();
    while (end > 0 && body.charAt(end - 1) == '\n') end--;
    List<Der> parts = new ArrayList<>();
    for (String part : body.substring(0, end).split("\n\n", -1)) {
      String joined = part.replace("\n", "");
      byte[] octets = valid("INIT-09", joined, t -> Base64.getDecoder().decode(t));
      if (!Base64.getEncoder().encodeToString(octets).equals(joined)) throw broken("INIT-09");
      parts.add(Der.of(octets));
    }
    return parts;
  }

  /** INIT-15: a published offer for each brand at most. */
  private static List<Signed<PublishedOffer>> published(List<Der> parts) throws Refused {
    if (parts.size() > 1 + Initiation.BRANDS_MAX) throw broken("INIT-15");
    List<Signed<PublishedOffer>> published = new ArrayList<>();
    for (Der part : parts.stream().skip(1).toList()) {
      try {
        published.add(PUBLISHED.decode(part.bytes()));
      } catch (Asn1Exception e) {
        throw broken("INIT-15");
      }
    }
    return published;
  }

  private static <T> T valid(String rule, String text, Function<String, T> of) throws Refused {
    try {
      return of.apply(text);
    } catch (IllegalArgumentException e) {
      throw broken(rule);
    }
  }

  private static Refused broken(String rule) {
    return new Refused(ErrorCode.decodingFailure, rule);
  }
}
