package openset.pages.office;

import gg.jte.Content;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import openset.http.hook.HookAddresses;
import openset.merchant.Merchant;
import openset.merchant.shop.PlacedOrder;
import openset.pages.Link;
import openset.pages.Words;
import openset.pages.desk.Bureau;
import openset.pages.desk.Bureau.Way;
import openset.signin.People;
import openset.signin.ProgramKeys;
import openset.signin.Role;
import openset.signin.Role.Right;
import openset.signin.SignIn;

/**
 * What a merchant's office is made of.
 *
 * @param certificates the merchant's own, as they are now
 * @param payPage the address of the page on which an order is paid
 */
public record Office(
    Merchant merchant,
    Staff staff,
    HookAddresses addresses,
    Supplier<List<Certified>> certificates,
    Function<PlacedOrder, URI> payPage,
    Sign sign,
    InstantSource clock) {
  private static final List<Way> WAYS =
      List.of(
          Way.of(Bureau.HOME, OfficeWords.ORDERS),
          Way.of(BatchesDesk.PATH, BatchWords.BATCHES),
          Way.of(CertificatesDesk.PATH, OfficeWords.CERTIFICATES),
          new Way(HookDesk.PATH, OfficeWords.WEBHOOKS, Right.develop),
          new Way(KeyDesk.PATH, OfficeWords.KEYS, Right.develop),
          new Way(KeyDesk.TRY, OfficeWords.DEVELOPER, Right.develop));

  /** What its frame needs to know. */
  Bureau bureau() {
    return new Bureau(
        new Bureau.Sign(
            sign.name(),
            OfficeWords.SIGN_IN_LEAD,
            sign.brand(),
            sign.mark(),
            List.of(Link.to("/", OfficeWords.SHOP))),
        new Bureau.Staff(staff.signIn(), staff.people()),
        WAYS,
        List.of(Role.values()),
        OfficeNotices.ALL);
  }

  /** Who may come in. */
  public record Staff(SignIn signIn, People people, ProgramKeys keys) {}

  /**
   * How it presents itself.
   *
   * @param brand picks its accent of {@code tokens.css}
   * @param mark its sign
   */
  public record Sign(Words name, String brand, Content mark) {}

  /**
   * A certificate of the merchant.
   *
   * @param signing whether it signs; else it is written to
   * @param merchantId the acquirer's number for the merchant
   */
  public record Certified(
      String brand,
      boolean signing,
      String merchantId,
      String issuer,
      String serial,
      String fingerprint,
      Instant notBefore,
      Instant notAfter) {}
}
