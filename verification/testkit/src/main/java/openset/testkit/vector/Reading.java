package openset.testkit.vector;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.asn1.AsSent;
import openset.crypto.Randomness;
import openset.iso8583.FrameReader;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.Trust;
import openset.pki.Untrusted;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.auth.AuthTags;
import openset.set.data.capture.CapItem;
import openset.set.data.order.Offer;
import openset.set.data.sale.RRTags;
import openset.set.message.AllTypes;
import openset.set.message.AuthReq;
import openset.set.message.AuthRes;
import openset.set.message.AuthRevReq;
import openset.set.message.AuthRevRes;
import openset.set.message.BatchAdminReq;
import openset.set.message.BatchAdminRes;
import openset.set.message.CapReq;
import openset.set.message.CapRes;
import openset.set.message.CapRevOrCredReq;
import openset.set.message.CapRevOrCredRes;
import openset.set.message.Error;
import openset.set.message.ErrorTBS;
import openset.set.message.InqReq;
import openset.set.message.InqRes;
import openset.set.message.MessageWrapper;
import openset.set.message.PCertReq;
import openset.set.message.PCertRes;
import openset.set.message.PInitReq;
import openset.set.message.PInitRes;
import openset.set.message.PRes;
import openset.set.message.PReq;
import openset.set.operator.Expected;
import openset.set.operator.S;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.Policy;
import openset.set.treatment.WrapperCheck;
import openset.set.treatment.cardholder.CreateInqReq;
import openset.set.treatment.cardholder.CreatePInitReq;
import openset.set.treatment.cardholder.CreatePReq;
import openset.set.treatment.cardholder.ProcessInqRes;
import openset.set.treatment.cardholder.ProcessPInitRes;
import openset.set.treatment.cardholder.ProcessPRes;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.set.treatment.gateway.ProcessCapReq;
import openset.set.treatment.merchant.OpenedSale;
import openset.set.treatment.merchant.ProcessAuthRes;
import openset.set.treatment.merchant.ProcessCapRes;
import openset.set.treatment.merchant.ProcessInqReq;
import openset.set.treatment.merchant.ProcessPInitReq;
import openset.set.treatment.merchant.ProcessPReq;
import openset.testkit.world.World;

/** What our code says to a vector. */
public final class Reading {
  private static final int FRAME_MAX = 4096;
  private static final Set<String> MISMATCHES =
      Set.of("PInitRes-C-05", "PReq-M-09", "AuthReq-P-10", "AuthReq-P-11", "AuthReq-P-12");

  private static final Map<String, Asn1Type<?>> UNIVERSAL =
      List.<Asn1Type<?>>of(
              Asn1.BOOLEAN,
              Asn1.INTEGER,
              Asn1.OCTET_STRING,
              Asn1.OBJECT_IDENTIFIER,
              Asn1.UTF8_STRING,
              Asn1.BMP_STRING,
              Asn1.VISIBLE_STRING,
              Asn1.PRINTABLE_STRING,
              Asn1.NUMERIC_STRING,
              Asn1.GENERALIZED_TIME,
              Asn1.ANY)
          .stream()
          .collect(Collectors.toMap(Asn1Type::name, Function.identity()));

  private final Shelf shelf;

  /** A reader who finds certificates and keys on {@code shelf}. */
  public Reading(Shelf shelf) {
    this.shelf = shelf;
  }

  /**
   * A verdict.
   *
   * @param expect as the header line of that name
   * @param rule the rule of {@code spec/} that says so; empty for what does not decode
   */
  public record Verdict(String expect, String rule) {
    private static final Verdict SUCCESS = new Verdict("success", "");
    private static final Verdict MALFORMED = new Verdict("malformed", "");

    private static Verdict of(Refused refused) {
      return of(
          switch (refused.code()) {
            case signatureFailure -> "bad signature";
            case invalidCertificate, expiredCertificate, revokedCertificate, missingCertificate ->
                "untrusted";
            default -> "refused " + refused.code();
          },
          refused.rule().split(" ")[0]);
    }

    static Verdict of(String otherwise, String rule) {
      return new Verdict(MISMATCHES.contains(rule) ? "mismatch" : otherwise, rule);
    }
  }

  /** The verdict on {@code vector}. */
  public Verdict verdict(Vector vector) {
    try {
      return read(vector);
    } catch (Asn1Exception | MalformedMessage | IOException e) {
      return Verdict.MALFORMED;
    } catch (Refused e) {
      return Verdict.of(e);
    } catch (Untrusted e) {
      return new Verdict("untrusted", e.rule().split(" ")[0]);
    }
  }

  private Verdict read(Vector vector) throws MalformedMessage, IOException, Refused, Untrusted {
    switch (vector.need("type")) {
      case "secret" -> {
        return new Verdict(vector.body().length == 32 ? "success" : "malformed", "");
      }
      case "ISO 8583 message" -> IsoMessage.decode(vector.body());
      case "ISO 8583 stream" -> frames(vector.body());
      case "Certificate" -> certificate(vector);
      case "CertificateList" -> crl(vector);
      default -> {
        if (vector.get("reader").isPresent()) return message(vector);
        type(vector.need("type")).decode(vector.body());
      }
    }
    return Verdict.SUCCESS;
  }

  private static Asn1Type<?> type(String name) {
    Asn1Type<?> universal = UNIVERSAL.get(name);
    return universal != null ? universal : AllTypes.named(name).orElseThrow();
  }

  private static void frames(byte[] octets) throws IOException, MalformedMessage {
    FrameReader reader = new FrameReader(new ByteArrayInputStream(octets), FRAME_MAX);
    FrameReader.Read<IsoMessage> read =
        (in, from, to) -> IsoMessage.decode(java.util.Arrays.copyOfRange(in, from, to));
    Optional<IsoMessage> message = reader.next(read);
    while (message.isPresent()) message = reader.next(read);
  }

  private Trust trust(Vector vector) throws Untrusted {
    String[] more = vector.get("crl").map(name -> new String[] {name}).orElse(new String[0]);
    return shelf.trust(vector.need("world"), more);
  }

  private static Instant now(Vector vector) {
    return vector.get("now").map(Instant::parse).orElse(World.NOW);
  }

  private void certificate(Vector vector) throws Untrusted {
    Certificate certificate = Certificate.of(vector.body());
    if (vector.get("required").isEmpty()) return;
    String[] required = vector.need("required").split(" ");
    Required purpose =
        Required.of(
            CertificateType.valueOf(required[0]), KeyUse.valueOf(required[1]), required[2]);
    trust(vector).validate(certificate, List.of(), purpose, now(vector));
  }

  private void crl(Vector vector) throws Untrusted {
    CertificateList list = CertificateList.of(vector.body());
    if (vector.get("world").isPresent()) trust(vector).withCrls(List.of(list), now(vector));
  }

  private Verdict message(Vector vector) throws Refused, Untrusted {
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(vector.body());
    if (!wrapper.message().name().equals(vector.need("type"))) {
      throw new Refused(ErrorCode.messageNotSupported, "W-08");
    }
    Means means =
        new Means(
            now(vector),
            Randomness.secure(),
            trust(vector),
            new Keyring(List.of(), List.of()),
            Policy.standard("OpenSET"));
    Registering registering = new Registering(shelf, vector, wrapper, means);
    if (registering.concerned()) return registering.verdict();
    return switch (vector.need("reader")) {
      case "wallet" -> byWallet(vector, wrapper, means);
      case "merchant" -> byMerchant(vector, wrapper, means);
      case "gateway" -> byGateway(vector, wrapper, means);
      default -> throw new IllegalStateException(vector.path() + ": reader");
    };
  }

  private Verdict byWallet(Vector vector, MessageWrapper wrapper, Means means) throws Refused {
    switch (wrapper.message()) {
      case PInitRes answer ->
          ProcessPInitRes.process(
              wrapper,
              answer,
              vector.need("asked", CreatePInitReq.Asked.TYPE),
              vector.need("offer", AsSent.type(Offer.TYPE)),
              means);
      case PRes answer -> {
        ProcessPRes.Outcome told =
            ProcessPRes.process(
                wrapper, answer, vector.need("asked", CreatePReq.Asked.TYPE), means);
        if (told instanceof ProcessPRes.Outcome.NotConfirmed) {
          return new Verdict("refused notConfirmed", "");
        }
      }
      case InqRes answer -> {
        ProcessInqRes.Told told =
            ProcessInqRes.process(
                wrapper,
                answer,
                vector.need("asked", CreatePReq.Asked.TYPE),
                vector.need("inquiry", CreateInqReq.Asked.TYPE),
                means);
        if (told.outcome() instanceof ProcessPRes.Outcome.NotConfirmed) {
          return new Verdict("refused notConfirmed", "");
        }
      }
      case Error.SignedError error -> {
        WrapperCheck.fresh(wrapper, means);
        Required merchant = Required.of(CertificateType.MER, KeyUse.SIGN, World.BRAND);
        S.verify(
            error.signed(),
            ErrorTBS.CONTENT,
            Expected.of(merchant, means.trust(), means.now()));
      }
      default -> WrapperCheck.fresh(wrapper, means);
    }
    return Verdict.SUCCESS;
  }

  private static boolean unsigned(Vector vector) {
    return vector.get("unsigned").isPresent();
  }

  private static Optional<CertThumb> cardholder(Vector vector) {
    return vector.get("cardholder").map(_ -> vector.need("cardholder", CertThumb.TYPE));
  }

  private Verdict byMerchant(Vector vector, MessageWrapper wrapper, Means means) throws Refused {
    switch (wrapper.message()) {
      case PInitReq request ->
          ProcessPInitReq.process(wrapper, request, vector.need("offer", Offer.TYPE), means);
      case PReq request -> {
        ProcessPReq.Known known =
            new ProcessPReq.Known(
                vector.need("sale", OpenedSale.TYPE),
                vector.need("offer", Offer.TYPE),
                Optional.empty(),
                unsigned(vector));
        if (ProcessPReq.process(wrapper, request, known, means)
            instanceof ProcessPReq.Outcome.Rejected rejected) {
          return Verdict.of("refused orderRejected", rejected.rule());
        }
      }
      case InqReq request -> {
        OpenedSale sale = vector.need("sale", OpenedSale.TYPE);
        ProcessInqReq.process(
            wrapper,
            request,
            new ProcessInqReq.Known(
                sale.transIDs(), sale.brandID(), cardholder(vector), unsigned(vector)),
            means);
      }
      case AuthRes answer ->
          ProcessAuthRes.process(
              wrapper,
              answer,
              new ProcessAuthRes.Asked(
                  vector.need("tags", AuthTags.TYPE),
                  vector.need("amount", CurrencyAmount.TYPE),
                  new BrandID(World.BRAND),
                  CertThumb.of(shelf.certificate(vector.need("world"), "merchant-sign")),
                  shelf.opening(vector.need("world"), "merchant")),
              means);
      case CapRevOrCredRes answer ->
          new ReadingCredits(shelf, vector, wrapper, means).byMerchant(answer);
      case BatchAdminRes answer ->
          new ReadingBatches(shelf, vector, wrapper, means).byMerchant(answer);
      case PCertRes answer ->
          new ReadingBatches(shelf, vector, wrapper, means).byMerchant(answer);
      case AuthRevRes answer ->
          new ReadingReversals(shelf, vector, wrapper, means).byMerchant(answer);
      case CapRes answer ->
          ProcessCapRes.process(
              wrapper,
              answer,
              new ProcessCapRes.Asked(
                  vector.need("tags", RRTags.TYPE),
                  List.of(vector.need("item", CapItem.TYPE)),
                  new BrandID(World.BRAND),
                  shelf.opening(vector.need("world"), "merchant")),
              means);
      default -> WrapperCheck.fresh(wrapper, means);
    }
    return Verdict.SUCCESS;
  }

  private Verdict byGateway(Vector vector, MessageWrapper wrapper, Means means) throws Refused {
    switch (wrapper.message()) {
      case AuthReq request -> {
        if (new ReadingTokens(shelf, vector, wrapper, means).byGateway(request)
            instanceof ProcessAuthReq.Outcome.NotAgreed not) {
          return Verdict.of("refused " + not.authCode(), not.rule());
        }
      }
      case AuthRevReq request -> {
        Optional<Verdict> not =
            new ReadingReversals(shelf, vector, wrapper, means).byGateway(request);
        if (not.isPresent()) return not.get();
      }
      case BatchAdminReq request ->
          new ReadingBatches(shelf, vector, wrapper, means).byGateway(request);
      case PCertReq request ->
          new ReadingBatches(shelf, vector, wrapper, means).byGateway(request);
      case CapRevOrCredReq request -> {
        Optional<Verdict> not =
            new ReadingCredits(shelf, vector, wrapper, means).byGateway(request);
        if (not.isPresent()) return not.get();
      }
      case CapReq request -> {
        CurrencyAmount authorized = vector.need("amount", CurrencyAmount.TYPE);
        ProcessCapReq.Known known =
            new ProcessCapReq.Known(authorized, CurrencyAmount.zero(authorized.currency()));
        ProcessCapReq.Asked asked =
            ProcessCapReq.process(
                wrapper, request, shelf.opening(vector.need("world"), "gateway"), means);
        for (ProcessCapReq.Item item : asked.items()) {
          if (ProcessCapReq.judge(asked, item, Optional.of(known))
              instanceof ProcessCapReq.Outcome.NotAgreed not) {
            return Verdict.of("refused " + not.capCode(), not.rule());
          }
        }
      }
      default -> WrapperCheck.fresh(wrapper, means);
    }
    return Verdict.SUCCESS;
  }
}
