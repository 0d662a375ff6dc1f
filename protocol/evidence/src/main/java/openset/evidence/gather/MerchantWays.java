package openset.evidence.gather;

import java.util.List;
import openset.evidence.Word;
import openset.pki.OpeningCredential;
import openset.set.Refused;
import openset.set.data.XID;
import openset.set.message.AuthRes;
import openset.set.message.AuthRevRes;
import openset.set.message.CapRes;
import openset.set.message.CapRevRes;
import openset.set.message.CredRes;
import openset.set.message.CredRevRes;
import openset.set.message.InqRes;
import openset.set.message.MessageWrapper;
import openset.set.message.PRes;
import openset.set.operator.Enc;
import openset.set.operator.Signed;
import openset.set.treatment.Forms;

/**
 * A merchant's way: it opens what the gateway sealed to it.
 *
 * @param own its key-exchange keys, old ones too
 */
public record MerchantWays(List<OpeningCredential> own) implements Gather.Ways {
  /** Copies the list. */
  public MerchantWays {
    own = List.copyOf(own);
  }

  @Override
  public List<Word> words(MessageWrapper wrapper, XID xid) {
    List<Word> words =
        switch (wrapper.message()) {
          case AuthRes answer ->
              opened(answer.encB().sealed(), Forms.AUTH_RES.enc()).stream()
                  .<Word>map(Word.AuthRes::new)
                  .toList();
          case CapRes answer ->
              opened(answer.enc(), Forms.CAP_RES).stream().<Word>map(Word.CapRes::new).toList();
          case AuthRevRes.WithBaggage answer ->
              opened(answer.encB().sealed(), Forms.AUTH_REV_RES_B.enc()).stream()
                  .<Word>map(Word.AuthReduced::new)
                  .toList();
          case AuthRevRes.WithoutBaggage answer ->
              opened(answer.enc(), Forms.AUTH_REV_RES).stream()
                  .<Word>map(Word.AuthRevRes::new)
                  .toList();
          case CapRevRes answer ->
              opened(answer.enc(), Forms.CAP_REV_RES).stream()
                  .<Word>map(Word.CapRevRes::new)
                  .toList();
          case CredRes answer ->
              opened(answer.enc(), Forms.CRED_RES).stream().<Word>map(Word.CredRes::new).toList();
          case CredRevRes answer ->
              opened(answer.enc(), Forms.CRED_REV_RES).stream()
                  .<Word>map(Word.CredRevRes::new)
                  .toList();
          case PRes answer -> List.of(new Word.PRes(answer.signed()));
          case InqRes(var answer) -> List.of(new Word.PRes(answer.signed()));
          default -> List.of();
        };
    return words.stream().filter(word -> Purchases.of(word).contains(xid)).toList();
  }

  private <T> List<Signed<T>> opened(Enc<T> sealed, Enc.Form<T> form) {
    for (OpeningCredential key : own) {
      if (!sealed.isFor(key)) continue;
      try {
        return List.of(Enc.signed(key, sealed, form));
      } catch (Refused refused) {
        return List.of();
      }
    }
    return List.of();
  }
}
