package openset.evidence.gather;

import java.util.List;
import openset.asn1.Asn1Exception;
import openset.evidence.Claim;
import openset.evidence.Dates;
import openset.evidence.Word;
import openset.set.data.XID;
import openset.set.data.auth.AuthRevResData;
import openset.set.data.capture.CapResData;
import openset.set.data.credit.CapRevOrCredResData;
import openset.set.data.outcome.AcqCardCodeMsg;
import openset.set.data.outcome.PResData;
import openset.set.operator.Signed;
import openset.set.treatment.Forms;

/** Which purchases a word is about. */
final class Purchases {
  private Purchases() {}

  static List<XID> of(Word word) {
    try {
      return switch (word) {
        case Word.AuthRes said ->
            List.of(
                Dates.content(said.signed(), Forms.AUTH_RES.enc().content().type())
                    .value().authTags().transIDs().xid());
        case Word.Receipt said ->
            List.of(Dates.content(said.signed(), AcqCardCodeMsg.TYPE).receipt().xid());
        case Word.CapRes said ->
            Dates.content(said.signed(), CapResData.TYPE).capResItemSeq().stream()
                .map(item -> item.transIDs().xid())
                .toList();
        case Word.AuthRevRes said ->
            List.of(
                Dates.content(said.signed(), AuthRevResData.TYPE).authRevTags().transIDs().xid());
        case Word.AuthReduced said ->
            List.of(
                Dates.content(said.signed(), Forms.AUTH_REV_RES_B.enc().content().type())
                    .value().authRevTags().transIDs().xid());
        case Word.CapRevRes said -> of(said.signed());
        case Word.CredRes said -> of(said.signed());
        case Word.CredRevRes said -> of(said.signed());
        case Word.PRes said ->
            List.of(Dates.content(said.signed(), PResData.TYPE).transIDs().xid());
        case Word.Stated said -> List.of(Dates.content(said.signed(), Claim.TYPE).xid());
      };
    } catch (Asn1Exception e) {
      return List.of();
    }
  }

  private static List<XID> of(Signed<CapRevOrCredResData> signed) {
    return Dates.content(signed, CapRevOrCredResData.TYPE).capRevOrCredResItemSeq().stream()
        .map(item -> item.transIDs().xid())
        .toList();
  }
}
