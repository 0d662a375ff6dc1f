package openset.set.treatment;

import static openset.set.treatment.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.MsgExtensions;
import openset.set.data.batch.TransDetails;
import openset.set.data.sale.InstallRecurData;
import openset.set.data.sale.InstallRecurInd;
import openset.set.data.sale.SaleDetail;
import openset.set.message.MessageWrapper;
import openset.set.treatment.batch.Administering;
import openset.set.treatment.batch.PCerting;
import openset.set.treatment.credit.GoingBack;
import openset.set.treatment.inquiry.Asking;
import openset.set.treatment.reversal.Giving;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every place of every message that has room for extensions holds to W-04. */
final class ExtensionsTest {
  private static final Purchase HONEST = Purchase.honest();
  private static final ForgedOrder ORDER = ForgedOrder.honest();
  private static final ForgedAuthorization AUTHORIZATION = ForgedAuthorization.honest();
  private static final ForgedCapture CAPTURE = ForgedCapture.honest();
  private static final Giving GIVING =
      new Giving(new openset.set.data.CurrencyAmount(HONEST.order.purchAmt().currency(), 500));
  private static final GoingBack BACK = new GoingBack(CapRevOrCred.CRED);
  private static final Administering BATCH = new Administering(Administering.looking());
  private static final PCerting CERTIFICATES = new PCerting();
  private static final String PAYLOAD = "data.authReqItem.authReqPayload.";
  private static final String ITEM = "data.capItemSeq.0.capPayload.";

  /** Not on the wire by itself: a digest of it is, and whoever compares makes it himself. */
  private static final Set<String> DIGESTED_ONLY = Set.of("odExtensions");

  /** Who takes a message. */
  @FunctionalInterface
  private interface Receiver {
    Object receive(MessageWrapper wrapper) throws Refused;
  }

  /** A place: the name of its field, the message with extensions there, and who takes it. */
  private record Place(
      String field,
      Function<Optional<MsgExtensions>, MessageWrapper> message,
      Receiver receiver) {
    static Place of(
        String field,
        Function<Optional<MsgExtensions>, MessageWrapper> message,
        Receiver receiver) {
      return new Place(field, message, receiver);
    }

    @Override
    public String toString() {
      return field;
    }
  }

  private static Object purchase(MessageWrapper wrapper) throws Refused {
    return HONEST.receivers().receive(wrapper);
  }

  private static Optional<SaleDetail> detail(Optional<MsgExtensions> extensions) {
    SaleDetail plain = SaleDetail.into(new openset.set.data.sale.BatchID(1));
    return Optional.of(Altered.at(plain, "saleExtensions", extensions));
  }

  private static Optional<InstallRecurData> recur(Optional<MsgExtensions> extensions) {
    return Optional.of(
        new InstallRecurData(new InstallRecurInd.InstallTotalTrans(3), extensions));
  }

  static Stream<Place> places() {
    return Stream.of(purchases(), captures(), beside()).flatMap(places -> places);
  }

  private static Stream<Place> purchases() {
    return Stream.of(
        Place.of(
            "mwExtensions",
            more -> Altered.at(HONEST.pInitReq.wrapper(), "mwExtensions", more),
            ExtensionsTest::purchase),
        Place.of(
            "piRqExtensions",
            more -> Altered.at(HONEST.pInitReq.wrapper(), "message.piRqExtensions", more),
            ExtensionsTest::purchase),
        Place.of(
            "piRsExtensions",
            more -> ORDER.pInitRes("data.piRsExtensions", more),
            ExtensionsTest::purchase),
        Place.of(
            "oiExtensions",
            more -> ORDER.pReq("oi.oiExtensions", more),
            ExtensionsTest::purchase),
        Place.of(
            "piExtensions",
            more -> AUTHORIZATION.authReq("pi", ORDER.payment("head.piExtensions", more)),
            ExtensionsTest::purchase),
        Place.of(
            "irExtensions",
            more -> AUTHORIZATION.authReq(PAYLOAD + "installRecurData", recur(more)),
            ExtensionsTest::purchase),
        Place.of(
            "aRqExtensions",
            more -> AUTHORIZATION.authReq(PAYLOAD + "aRqExtensions", more),
            ExtensionsTest::purchase),
        Place.of(
            "aRsExtensions",
            more -> AUTHORIZATION.authRes("data.authResPayload.aRsExtensions", more),
            ExtensionsTest::purchase),
        Place.of(
            "pRsExtensions",
            more -> ORDER.payload("pRsExtensions", more),
            ExtensionsTest::purchase));
  }

  private static Stream<Place> captures() {
    return Stream.of(
        Place.of(
            "cRqExtensions",
            more -> CAPTURE.capReq("data.cRqExtensions", more),
            ExtensionsTest::purchase),
        Place.of(
            "cPayExtensions",
            more -> CAPTURE.capReq(ITEM + "cPayExtensions", more),
            ExtensionsTest::purchase),
        Place.of(
            "saleExtensions",
            more -> CAPTURE.capReq(ITEM + "saleDetail", detail(more)),
            ExtensionsTest::purchase),
        Place.of(
            "cRsExtensions",
            more -> CAPTURE.capRes("data.cRsExtensions", more),
            ExtensionsTest::purchase),
        Place.of(
            "cRsPayExtensions",
            more -> CAPTURE.capRes("data.capResItemSeq.0.capResPayload.cRsPayExtensions", more),
            ExtensionsTest::purchase),
        Place.of(
            "aRvRqExtensions",
            more -> GIVING.authRevReq("data.aRvRqExtensions", more),
            wrapper -> Giving.asked(wrapper, 0)),
        Place.of(
            "aRvRsExtensions",
            more -> GIVING.authRevRes("data.aRvRsExtensions", more),
            GIVING::told),
        Place.of(
            "cRvRqExtensions",
            more -> BACK.request("data.cRvRqExtensions", more),
            GoingBack::asked),
        Place.of(
            "cRvRqItemExtensions",
            more -> BACK.request("data.capRevOrCredReqItemSeq.0.cRvRqItemExtensions", more),
            GoingBack::asked),
        Place.of(
            "cRvRsExtensions",
            more -> BACK.answer("data.cRvRsExtensions", more),
            BACK::told),
        Place.of(
            "cRvRsPayExtensions",
            more ->
                BACK.answer(
                    "data.capRevOrCredResItemSeq.0.capRevOrCredResPayload.cRvRsPayExtensions",
                    more),
            BACK::told));
  }

  private static Stream<Place> beside() {
    String status = "data.batchStatus.";
    return Stream.of(
        Place.of(
            "inqRqExtensions",
            more ->
                Asking.inqReq(
                    Altered.at(new Asking().data(), "inqRqExtensions", more), Asking.CARD),
            Asking::asked),
        Place.of(
            "pCRqExtensions",
            more -> CERTIFICATES.pCertReq("pCRqExtensions", more),
            PCerting::asked),
        Place.of(
            "pCRsExtensions",
            more -> CERTIFICATES.pCertRes("pCRsExtensions", more),
            CERTIFICATES::told),
        Place.of(
            "bARqExtensions",
            more -> BATCH.batchAdminReq("data.bARqExtensions", more),
            Administering::asked),
        Place.of(
            "bARsExtensions",
            more -> BATCH.batchAdminRes("data.bARsExtensions", more),
            BATCH::told),
        Place.of(
            "batchExtensions",
            more -> BATCH.batchAdminRes(status + "batchExtensions", more),
            BATCH::told),
        Place.of(
            "batchTotalExtensions",
            more ->
                BATCH.batchAdminRes(
                    status + "batchDetails.batchTotals.batchTotalExtensions", more),
            BATCH::told),
        Place.of("transDetailExtensions", ExtensionsTest::item, BATCH::told));
  }

  private static MessageWrapper item(Optional<MsgExtensions> more) {
    TransDetails items = Administering.items();
    return BATCH.batchAdminRes(
        "data.transDetails",
        Optional.of(Altered.at(items, "transactionDetailSeq.0.transDetailExtensions", more)));
  }

  private static Optional<MsgExtensions> unknown(boolean critical) {
    ObjectIdentifier nobodys = ObjectIdentifier.of("1.3.6.1.4.1.32473.1");
    return Optional.of(
        new MsgExtensions(
            List.of(
                new MsgExtensions.MsgExtension(
                    nobodys, critical, Der.ofHex("04020500")))));
  }

  @ParameterizedTest
  @MethodSource("places")
  @Tag("W-04")
  @Tag("D07")
  void anUnknownCriticalOneIsRefused(Place place) {
    MessageWrapper wrapper = place.message().apply(unknown(true));
    refused(
        ErrorCode.unrecognizedExtension, "W-04", () -> place.receiver().receive(wrapper));
  }

  @ParameterizedTest
  @MethodSource("places")
  @Tag("W-04")
  void anUnknownOtherOneIsIgnoredAndStaysOctetForOctet(Place place) throws Refused {
    MessageWrapper wrapper = place.message().apply(unknown(false));
    assertThat(place.receiver().receive(wrapper)).isNotNull();
    byte[] octets = MessageWrapper.TYPE.encode(wrapper);
    assertThat(MessageWrapper.TYPE.encode(MessageWrapper.TYPE.decode(octets)))
        .isEqualTo(octets);
    byte[] extension = MsgExtensions.TYPE.encode(unknown(false).get());
    assertThat(MsgExtensions.TYPE.encode(MsgExtensions.TYPE.decode(extension)))
        .isEqualTo(extension);
  }

  @Test
  void noPlaceIsForgotten() throws IOException {
    Set<String> tried = new TreeSet<>(DIGESTED_ONLY);
    places().map(Place::field).forEach(tried::add);
    assertThat(tried).isEqualTo(declared());
  }

  /** Every field of extensions that a record of the messages declares. */
  private static Set<String> declared() throws IOException {
    Pattern field = Pattern.compile("Optional<MsgExtensions> ([a-zA-Z]+)[,)]");
    Set<String> found = new TreeSet<>();
    for (String place : List.of("data", "message")) {
      try (Stream<Path> files =
          Files.walk(Path.of("src", "main", "java", "openset", "set", place))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .map(ExtensionsTest::text)
            .map(field::matcher)
            .flatMap(Matcher::results)
            .map(match -> match.group(1))
            .forEach(found::add);
      }
    }
    return found;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
