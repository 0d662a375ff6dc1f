package openset.set.data.capture;

import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.asn1.Repeated;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.data.auth.CapToken;
import openset.set.operator.Content;

/**
 * The tokens for the items of a capture, one for each in the same order.
 *
 * <pre>
 * CapTokenSeq    ::= SEQUENCE SIZE(1..MAX) OF CapTokenOrNone
 * CapTokenOrNone ::= CHOICE {
 *   capToken   [0] EXPLICIT CapToken,
 *   none       NULL }
 * </pre>
 *
 * @param tokens empty where the merchant lost one
 */
public record CapTokenSeq(List<Optional<CapToken>> tokens) {
  private static final Asn1Type<Optional<CapToken>> TOKEN =
      Choice.<Entry>choice(
              "CapTokenOrNone",
              Choice.alternative(
                  "capToken", Kept.class, CapToken.TYPE.explicit(0), Kept::new, Kept::token),
              Choice.alternative("none", Lost.class, Asn1.NULL, any -> new Lost(), lost -> true))
          .map("CapTokenOrNone", Entry::asOptional, Entry::of);

  public static final Tagged<CapTokenSeq> TYPE =
      Repeated.sequenceOf(TOKEN, 1).map("CapTokenSeq", CapTokenSeq::new, CapTokenSeq::tokens);

  /** As content: digested under this content type. */
  public static final Content<CapTokenSeq> CONTENT = new Content<>(SetOid.CAP_TOKEN_SEQ, TYPE);

  public CapTokenSeq {
    tokens = List.copyOf(tokens);
  }

  /** One entry on the wire. */
  private sealed interface Entry {
    static Entry of(Optional<CapToken> token) {
      return token.<Entry>map(Kept::new).orElseGet(Lost::new);
    }

    default Optional<CapToken> asOptional() {
      return switch (this) {
        case Kept kept -> Optional.of(kept.token());
        case Lost lost -> Optional.empty();
      };
    }
  }

  private record Kept(CapToken token) implements Entry {}

  private record Lost() implements Entry {}
}
