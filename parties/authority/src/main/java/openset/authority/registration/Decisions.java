package openset.authority.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.authority.bank.BankAnswer;
import openset.authority.bank.BankRequest;
import openset.authority.registration.Banks.Bank;
import openset.authority.signing.SignAnswer;
import openset.authority.signing.SignRequest;
import openset.authority.world.Authorities;
import openset.authority.world.CertificationAuthority;
import openset.authority.world.IssuerKey;
import openset.conduct.Effect;
import openset.conduct.Step;
import openset.pki.issue.LintRefusal;
import openset.set.data.BIN;
import openset.set.data.Nonce;
import openset.set.data.registration.CertStatusCode;
import openset.set.treatment.Means;
import openset.set.treatment.Wanted;
import openset.set.treatment.authority.Blinding;
import openset.set.treatment.authority.Decision;
import openset.set.treatment.authority.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the authority does with a bank's word: certify, reject or wait. */
record Decisions(Authorities authorities, Banks banks, Rules rules, Means means) {
  static final String SIGN = "sign";

  /** The host that signs. */
  static final String SIGNING_ROOM = "signing-room";

  private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

  /** The bank's word on an applicant. */
  Step<Registration> spoken(Registration.BankAsked asked, BankAnswer answer, Facts facts) {
    Applicant applicant = asked.applicant();
    boolean card = applicant.subject() instanceof Subject.Card;
    return switch (answer) {
      case BankAnswer.Pending _ when card ->
          step(
              new Registration.Pended(applicant),
              reply(asked.waiting(), applicant.standing(), Replies.pended()));
      // REG-06: whoever has the key, it is certified once.
      case BankAnswer.Accepted _, BankAnswer.Confirmed _ when facts.keyCertified() ->
          reject(applicant, asked.waiting(), CertStatusCode.rejectedByCA);
      case BankAnswer.Accepted accepted when card -> certify(asked, Optional.of(accepted));
      case BankAnswer.Confirmed(boolean confirmed) when confirmed && !card ->
          certify(asked, Optional.empty());
      default ->
          reject(
              applicant,
              asked.waiting(),
              card ? CertStatusCode.rejectedByIssuer : CertStatusCode.rejectedByAcquirer);
    };
  }

  /** No certificate, and whoever waits is told so; causes are not told apart (R01). */
  Step<Registration> reject(
      Applicant applicant, Optional<Waiting> waiting, CertStatusCode status) {
    return step(
        new Registration.Rejected(applicant.standing(), status, applicant.peer()),
        reply(waiting, applicant.standing(), Decision.Rejected.of(status)));
  }

  private Step<Registration> certify(
      Registration.BankAsked asked, Optional<BankAnswer.Accepted> accepted) {
    Applicant applicant = asked.applicant();
    try {
      return written(asked, drafts(applicant, accepted));
    } catch (LintRefusal e) {
      LOG.warn("not certified: {}", e.getMessage());
    } catch (IllegalArgumentException e) {
      LOG.warn("not certified: a name that no certificate can have");
    }
    return reject(applicant, asked.waiting(), CertStatusCode.rejectedByCA);
  }

  private record Drafts(List<DraftCertificate> list, Optional<Nonce> nonceCCA) {}

  private Drafts drafts(Applicant applicant, Optional<BankAnswer.Accepted> accepted)
      throws LintRefusal {
    Drafting drafting = new Drafting(issuer(applicant), bank(applicant), rules, means);
    return switch (applicant.subject()) {
      case Subject.Card card -> {
        Blinding blinding = Blinding.of(card.data(), means.randomness());
        yield new Drafts(
            List.of(
                drafting.card(
                    applicant.keys(), accepted.orElseThrow(), blinding, card.passkeyOrigin())),
            Optional.of(blinding.nonceCCA()));
      }
      case Subject.Merchant merchant ->
          new Drafts(drafting.merchant(applicant.keys(), merchant), Optional.empty());
      case Subject.Gateway gateway ->
          new Drafts(drafting.gateway(applicant.keys(), gateway), Optional.empty());
    };
  }

  /** Written down with this step; signed after it. */
  private static Step<Registration> written(Registration.BankAsked asked, Drafts drafts) {
    List<SignRequest.DraftName> names = new ArrayList<>();
    for (DraftCertificate draft : drafts.list()) {
      names.add(
          new SignRequest.DraftName(IssuerKey.of(draft.issuer()).digest(), draft.serial()));
    }
    return Step.to(
        new Registration.Signing(
            asked.applicant().standing(),
            asked.applicant().peer(),
            drafts.list(),
            drafts.nonceCCA(),
            asked.waiting()),
        new Effect.AskHost(
            SIGN, SIGNING_ROOM, Der.of(SignRequest.TYPE.encode(new SignRequest(names)))));
  }

  /** The signing room's answer. */
  Step<Registration> signed(Registration.Signing signing, SignAnswer answer) {
    if (answer.certificates().isEmpty()) {
      CertStatusCode status = CertStatusCode.rejectedByCA;
      return step(
          new Registration.Rejected(signing.standing(), status, signing.peer()),
          reply(signing.waiting(), signing.standing(), Decision.Rejected.of(status)));
    }
    Registration.Certified next =
        new Registration.Certified(
            signing.standing(), answer.certificates(), signing.nonceCCA());
    return step(next, reply(signing.waiting(), signing.standing(), issued(next)));
  }

  /** Somebody asks how it stands. */
  Step<Registration> inquired(Registration state, Waiting waiting) {
    return switch (state) {
      case Registration.Pended(Applicant applicant) ->
          Step.to(
              new Registration.BankAsked(applicant, Optional.of(waiting)),
              new Effect.AskHost(
                  Applications.INQUIRE,
                  bank(applicant).host(),
                  Der.of(
                      BankRequest.TYPE.encode(
                          new BankRequest.Inquire(
                              Registration.attempt(applicant.standing().lidCA()))))));
      case Registration.Certified certified ->
          answer(certified, waiting, certified.standing(), issued(certified));
      case Registration.Rejected rejected ->
          answer(
              rejected, waiting, rejected.standing(), Decision.Rejected.of(rejected.status()));
      case Registration.BankAsked asked ->
          answer(asked, waiting, asked.applicant().standing(), Replies.inProgress());
      case Registration.Signing signing ->
          answer(signing, waiting, signing.standing(), Replies.inProgress());
      case Registration.Begun _, Registration.FormAsked _, Registration.FormShown _ ->
          throw new IllegalStateException("nothing was asked for yet");
    };
  }

  /** No answer came yet: who waits is told, and asks again. */
  Step<Registration> silent(Registration state, String ask) {
    return switch (state) {
      case Registration.BankAsked asked when ask.equals(Applications.INQUIRE) ->
          step(
              new Registration.Pended(asked.applicant()),
              reply(asked.waiting(), asked.applicant().standing(), Replies.pended()),
              new Effect.GiveUp(Applications.INQUIRE));
      case Registration.BankAsked asked ->
          step(
              new Registration.BankAsked(asked.applicant(), Optional.empty()),
              reply(asked.waiting(), asked.applicant().standing(), Replies.inProgress()));
      case Registration.Signing signing ->
          step(
              new Registration.Signing(
                  signing.standing(),
                  signing.peer(),
                  signing.drafts(),
                  signing.nonceCCA(),
                  Optional.empty()),
              reply(signing.waiting(), signing.standing(), Replies.inProgress()));
      default -> Step.to(state);
    };
  }

  private Step<Registration> answer(
      Registration state, Waiting waiting, Standing standing, Decision decision) {
    return step(state, reply(Optional.of(waiting), standing, decision));
  }

  private Optional<Effect> reply(
      Optional<Waiting> waiting, Standing standing, Decision decision) {
    return waiting.map(who -> Replies.to(who, standing, decision, means));
  }

  private static Step<Registration> step(
      Registration next, Optional<Effect> reply, Effect... more) {
    List<Effect> effects = new ArrayList<>();
    reply.ifPresent(effects::add);
    effects.addAll(List.of(more));
    return new Step<>(next, effects);
  }

  private static Decision issued(Registration.Certified certified) {
    return new Decision.Issued(
        certified.certificates(), certified.nonceCCA(), Optional.empty());
  }

  private CertificationAuthority issuer(Applicant applicant) {
    return authorities
        .brand(applicant.standing().brandID().name())
        .orElseThrow(() -> new IllegalStateException("no such brand"))
        .of(Wanted.of(applicant.standing().requestType()).who().authority());
  }

  private Bank bank(Applicant applicant) {
    BIN bin = new BIN(applicant.bin());
    Optional<Bank> bank =
        applicant.subject() instanceof Subject.Card ? banks.issuer(bin) : banks.acquirer(bin);
    return bank.orElseThrow(() -> new IllegalStateException("the bank is known no more"));
  }
}
