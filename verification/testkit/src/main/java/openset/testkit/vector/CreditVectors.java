package openset.testkit.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.crypto.Suite;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.credit.CapRevOrCredReqItem;
import openset.set.data.sale.RRTags;
import openset.set.treatment.CapRevOrCred;
import openset.set.treatment.Means;
import openset.set.treatment.gateway.Booked;
import openset.testkit.world.Refunding;
import openset.testkit.world.Seeded;

/** Captured money goes back: a capture reversed, credits and their reversal, and wrongly. */
final class CreditVectors {
  private final Suite suite;
  private final Scene scene;
  private final Means means;
  private final CurrencyAmount total;
  private final List<Vector> all = new ArrayList<>();

  CreditVectors(Suite suite) {
    this.suite = suite;
    scene = Scene.of(suite);
    means = scene.world().means(scene.world().trust(), Seeded.of("credit " + suite.name()));
    total = scene.offer().value().total();
  }

  List<Vector> list() throws Refused {
    byte[] pReq = scene.purchase().pReq(scene.purchase().pInitRes(scene.purchase().pInitReq()));
    scene.purchase().pRes(scene.purchase().authRes(scene.purchase().authReq(pReq)));
    scene.purchase().capReq();
    RRPID capture = scene.purchase().capture().capRRTags().rrpid();
    Booked.Entry captured = Booked.Entry.of(capture, total);
    Booked books = new Booked(List.of(captured), List.of());
    pair(CapRevOrCred.CAP_REV, total, Optional.of(capture), books, 1);
    CurrencyAmount half = new CurrencyAmount(total.currency(), total.minor() / 2);
    Refunding credit = pair(CapRevOrCred.CRED, half, Optional.empty(), books, 3);
    RRPID credited = credit.tags().rrpid();
    Booked after = new Booked(List.of(captured), List.of(Booked.Entry.of(credited, half)));
    pair(CapRevOrCred.CRED_REV, half, Optional.of(credited), after, 5);
    if (suite == Suite.EDWARDS) wrongly(books, capture, half);
    return all;
  }

  private static String name(CapRevOrCred kind, String end) {
    return switch (kind) {
      case CAP_REV -> "CapRev" + end;
      case CRED -> "Cred" + end;
      case CRED_REV -> "CredRev" + end;
    };
  }

  private String path(String name) {
    return "credit/" + suite.name() + "/" + name + ".txt";
  }

  private Refunding refunding(CapRevOrCred kind) {
    return new Refunding(scene.world(), scene.purchase(), means, kind);
  }

  private Vector request(String name, CapRevOrCred kind, byte[] octets, Booked books) {
    Booked.Entry captured = books.captures().getFirst();
    Vector vector =
        scene
            .message(path(name), name(kind, "Req"), "gateway", octets)
            .with("captured", RRPID.TYPE, captured.rrpid())
            .with("amount", CurrencyAmount.TYPE, captured.amount());
    for (Booked.Entry entry : books.credits()) {
      vector =
          vector
              .with("credited", RRPID.TYPE, entry.rrpid())
              .with("credit", CurrencyAmount.TYPE, entry.amount());
    }
    return vector;
  }

  private Vector answer(String name, CapRevOrCred kind, byte[] octets, Refunding back) {
    return scene
        .message(path(name), name(kind, "Res"), "merchant", octets)
        .with("tags", RRTags.TYPE, back.tags())
        .with("item", CapRevOrCredReqItem.TYPE, back.item());
  }

  private Refunding pair(
      CapRevOrCred kind,
      CurrencyAmount amount,
      Optional<RRPID> original,
      Booked books,
      int number)
      throws Refused {
    Refunding back = refunding(kind);
    byte[] asked = back.request(amount, original);
    byte[] answered = back.answer(asked, books);
    String first = number + "-" + name(kind, "req").toLowerCase(java.util.Locale.ROOT);
    String second = number + 1 + "-" + name(kind, "res").toLowerCase(java.util.Locale.ROOT);
    String what =
        switch (kind) {
          case CAP_REV -> "the capture is taken back";
          case CRED -> "half of it is given back";
          case CRED_REV -> "the credit is taken back";
        };
    add(request(first, kind, asked, books), "the merchant asks: " + what);
    add(answer(second, kind, answered, back), what);
    return back;
  }

  private void wrongly(Booked books, RRPID capture, CurrencyAmount half) throws Refused {
    CurrencyAmount more = new CurrencyAmount(total.currency(), total.minor() + 1);
    refused(
        request(
            "credreq-more",
            CapRevOrCred.CRED,
            refunding(CapRevOrCred.CRED).request(more, Optional.empty()),
            books),
        "refused originalProcessed",
        "CredReq-P-02",
        "more is given back than was captured");
    refused(
        request(
            "caprevreq-part",
            CapRevOrCred.CAP_REV,
            refunding(CapRevOrCred.CAP_REV).request(half, Optional.of(capture)),
            books),
        "refused originalNotFound",
        "CapRevReq-P-01",
        "a part of a capture is taken back");
    refused(
        request(
            "credrevreq-capture",
            CapRevOrCred.CRED_REV,
            refunding(CapRevOrCred.CRED_REV).request(total, Optional.of(capture)),
            books),
        "refused originalNotFound",
        "CredRevReq-P-01",
        "what is to be taken back is no credit");
    byte[] good = refunding(CapRevOrCred.CRED).request(half, Optional.empty());
    refused(
        request(
            "credreq-token-changed",
            CapRevOrCred.CRED,
            MismatchVectors.flipLast(good),
            books),
        "bad signature",
        "OP-41",
        "the token is not the one that was bound");
    Refunding credit = refunding(CapRevOrCred.CRED);
    byte[] answered = credit.answer(credit.request(half, Optional.empty()), books);
    Refunding other = refunding(CapRevOrCred.CRED);
    other.request(total, Optional.empty());
    refused(
        answer("credres-other-amount", CapRevOrCred.CRED, answered, credit)
            .with("item", CapRevOrCredReqItem.TYPE, other.item()),
        "refused unspecifiedFailure",
        "CRvRes-M-04",
        "another amount is booked than was asked for");
  }

  private void add(Vector vector, String comment) {
    all.add(vector.expect("success").with("comment", comment));
  }

  private void refused(Vector vector, String verdict, String rule, String comment) {
    all.add(vector.expect(verdict, rule).with("comment", comment));
  }
}
